import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** How many seeds the simulation gets to find a fault, and how long each is. */
const SEEDS = 200
const STEPS = 200
/** A fault may make the code turn in circles: then it is caught by the clock. */
const LIMIT_MS = 180_000
/** How `play-seeds` says that a seed failed. */
const FOUND = 3

interface Report {
  readonly testResults: readonly {
    readonly message?: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

/** Runs test files in a copy; answers the name of the first test that fails, null when all hold. */
export function failingTest(folder: string, files: readonly string[]): string | null {
  const out = join(folder, 'report.json')
  rmSync(out, { force: true })
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs')
  const asked = ['run', ...files, '--reporter=json', `--outputFile=${out}`]
  const { status, error } = spawnSync(process.execPath, [vitest, ...asked], {
    cwd: folder,
    stdio: 'ignore',
    timeout: LIMIT_MS,
  })
  if (status === 0) return null
  if (timedOut(error)) return 'the tests do not come to an end'
  if (!existsSync(out)) throw new Error(`the tests did not run: ${files.join(', ')}`)
  const { testResults } = JSON.parse(readFileSync(out, 'utf8')) as Report
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  if (tests.length === 0) throw new Error(`no test ran of ${files.join(', ')}`)
  const failed = tests.find((test) => test.status === 'failed')
  return failed?.fullName ?? testResults.find(({ message }) => message)?.message ?? 'a test file'
}

/** Plays the simulation in a copy; answers the first seed that fails and what it found, null when all hold. */
export function failingSeed(folder: string): string | null {
  const script = join(folder, 'apps/bench/src/faults/play-seeds/main.ts')
  const asked = ['--conditions=source', '--no-warnings', script, String(SEEDS), String(STEPS)]
  const { status, stdout, stderr, error } = spawnSync(process.execPath, asked, {
    cwd: folder,
    encoding: 'utf8',
    timeout: LIMIT_MS,
  })
  if (status === 0) return null
  if (status === FOUND) return stdout.trim()
  if (timedOut(error)) return 'it does not come to an end'
  throw new Error(`the simulation did not run: ${stderr}`)
}

function timedOut(error: Error | undefined): boolean {
  return error !== undefined && 'code' in error && error.code === 'ETIMEDOUT'
}
