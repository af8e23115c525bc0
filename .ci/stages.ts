import { type CommandResult, runCommand } from './run-command.ts'
import { startPostgres } from './start-postgres.ts'

/** One stage of the run: its own success counts as one, its tests besides. */
interface Stage {
  readonly name: string
  readonly run: () => Promise<CommandResult>
}

const pnpm = ['npx', '-y', 'pnpm@12']
const live = { live: true }
// npx is the system's, and runs on the system's Node, as it does for whoever follows the README.
const asUser = { ...live, tools: 'system' } as const

const STAGES: readonly Stage[] = [
  { name: 'the tests, as the README runs them', run: () => runCommand([...pnpm, 'test'], asUser) },
  { name: 'every check', run: () => runCommand([...pnpm, 'check'], asUser) },
  { name: 'the build', run: () => runCommand([...pnpm, 'build'], asUser) },
  {
    name: 'the packed packages in an empty project',
    run: () => runCommand([...pnpm, 'exec', 'node', '.ci/pack.ts'], asUser),
  },
  { name: 'stores and servers on a real Postgres', run: onPostgres },
  { name: 'the demo', run: () => runCommand([...pnpm, 'demo'], asUser) },
]

const total = { passed: 0, failed: 0 }
const lines: string[] = []
for (const stage of STAGES) {
  console.log(`\n━━ ${stage.name}`)
  const result = await stage.run()
  const tests = countTests(result.output)
  total.passed += tests.passed + (result.ok ? 1 : 0)
  total.failed += tests.failed + (result.ok ? 0 : 1)
  const counted =
    tests.passed + tests.failed === 0
      ? ''
      : `, ${tests.passed} of its tests passed, ${tests.failed} failed`
  lines.push(
    `${result.ok ? 'ok    ' : 'FAILED'} ${result.seconds.toFixed(0).padStart(5)} s  ${stage.name}${counted}`,
  )
}
console.log(`\n${lines.join('\n')}`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

async function onPostgres(): Promise<CommandResult> {
  const started = performance.now()
  try {
    const postgres = await startPostgres()
    try {
      return await runCommand(
        [
          'vitest',
          'run',
          // What runs without a Postgres the first stage has run.
          'packages/postgres',
          'apps/server/tests/conformance/express-postgres.test.ts',
          'apps/server/tests/two-servers.test.ts',
        ],
        { ...live, env: { TEST_DATABASE_URL: postgres.url } },
      )
    } finally {
      await postgres.stop()
    }
  } catch (error) {
    const output = `Postgres did not start: ${error instanceof Error ? error.message : String(error)}`
    console.log(output)
    return { ok: false, output, seconds: (performance.now() - started) / 1000 }
  }
}

/** vitest's own summary lines, several if a stage runs it several times. */
function countTests(output: string): { passed: number; failed: number } {
  const count = { passed: 0, failed: 0 }
  for (const [line] of output.matchAll(/^\s+Tests\s.*$/gm)) {
    count.passed += Number(/(\d+) passed/.exec(line)?.[1] ?? 0)
    count.failed += Number(/(\d+) failed/.exec(line)?.[1] ?? 0)
  }
  return count
}
