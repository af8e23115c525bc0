import { execFile, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

// The README as its reader: the server is started by its own script, the blocks are pasted in their order, and what
// they print is laid beside what the README shows. Only port and key are put in, as a reader would.

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const SHOWN_URL = 'http://127.0.0.1:4010'
const run = promisify(execFile)
const environment = {
  ...process.env,
  // The Node that runs this test, first: sources need one that reads TypeScript.
  PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
}

interface Block {
  readonly language: string
  readonly text: string
}

const readme = await readFile(join(ROOT, 'README.md'), 'utf8')
const blocks: Block[] = [...readme.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', text = '']) => ({ language, text }),
)
const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}

let folder: string
let server: { readonly url: string; readonly key: string; readonly stop: () => Promise<void> }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'autopay-readme-'))
  await makeProject(folder)
  server = await start(join(folder, 'data'))
})

afterAll(async () => {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

test('every block is of a kind that is run or compared here', () => {
  expect([...new Set(blocks.map(({ language }) => language))].sort()).toEqual([
    'bash',
    'json',
    'sh',
    'text',
    'ts',
  ])
})

test('every command is a script of this repository', () => {
  const commands = blocks
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.trim().split('\n'))
  for (const command of commands) {
    const script = /^npx -y pnpm@12 (\w+)(?: --[a-z]+ \S+)*$/.exec(command)?.[1]
    expect(Object.keys(scripts), command).toContain(script)
  }
})

describe.runIf(await hasCurl())('the first debit with curl', () => {
  test('works by paste and prints what is shown', async () => {
    const pasted = blocks.filter(({ language }) => language === 'bash')
    const script = pasted.map(({ text }) => `${asReader(text)}\nprintf '\\n%s\\n' '${MARK}'\n`)
    const { stdout, stderr } = await run('bash', ['-c', script.join('')], { env: environment })
    expect(stderr).toBe('')
    const printed = stdout.split(MARK).map((text) => text.trim())
    for (const [index, block] of pasted.entries()) {
      const shown = blocks[blocks.indexOf(block) + 1]
      if (shown?.language === 'json') expectShown(shown.text, JSON.parse(printed[index] ?? ''))
      else expect(printed[index]).toBe(shown?.language === 'text' ? shown.text.trim() : '')
    }
  })
})

test('the first debit with the client prints what is shown', async () => {
  const [block] = blocksOf('presentations.create(mandate.id')
  await writeFile(join(folder, 'first-debit.ts'), asReader(block.text))
  const { stdout } = await run(process.execPath, ['--conditions=source', 'first-debit.ts'], {
    cwd: folder,
    env: { ...environment, AUTOPAY_KEY: server.key },
  })
  const shown = blocks[blocks.indexOf(block) + 1]
  expectShown(JSON.stringify(shown?.text.trim()), stdout.trim())
})

test('the test with mocks passes as it stands', async () => {
  const [block] = blocksOf('createAutopay()')
  await writeFile(join(folder, 'deposit.test.ts'), block.text)
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
  const { stdout } = await run(process.execPath, [vitest, 'run'], {
    cwd: folder,
    env: { ...environment, NO_COLOR: '1' },
  })
  expect(stdout).toMatch(/Tests\s+1 passed/)
})

const MARK = '-- end of block --'

function blocksOf(piece: string): [Block] {
  const found = blocks.filter(({ language, text }) => language === 'ts' && text.includes(piece))
  expect(found).toHaveLength(1)
  return found as [Block]
}

function asReader(text: string): string {
  return text.replaceAll(SHOWN_URL, server.url).replaceAll('upi_test_sk_…', server.key)
}

/** What is shown must come, in the same form: `…` stands for anything, a digit for any digit, ids and times with it. */
function expectShown(shown: string, seen: unknown): void {
  const trimmed = shown.replace(/^\s*…\n/gm, '').replace(/,(\s*[}\]])/g, '$1')
  expectAlike(JSON.parse(trimmed), seen, '')
}

function expectAlike(shown: unknown, seen: unknown, path: string): void {
  if (typeof shown === 'string') {
    expect(seen, path).toEqual(expect.stringMatching(formOf(shown)))
  } else if (typeof shown === 'object' && shown !== null) {
    if (Array.isArray(shown)) expect(seen, path).toHaveLength(shown.length)
    for (const [key, value] of Object.entries(shown))
      expectAlike(value, (seen as Record<string, unknown>)[key], `${path}/${key}`)
  } else expect(seen, path).toBe(shown)
}

function formOf(shown: string): RegExp {
  const pieces = shown.split(/(…|http:\/\/127\.0\.0\.1:4010|\b(?:mdt|prs)_[0-9a-z]+|\d)/)
  const form = pieces.map((piece) => {
    if (piece === '…') return '[^]*'
    if (piece === SHOWN_URL) return literally(server.url)
    if (/^\d$/.test(piece)) return String.raw`\d`
    return /^(mdt|prs)_/.test(piece) ? `${piece.slice(0, 4)}[0-9a-z]{26}` : literally(piece)
  })
  return new RegExp(`^${form.join('')}$`)
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

/** A reader's project: the packages by name, as an install would lay them out. */
async function makeProject(root: string): Promise<void> {
  const packages = {
    '@upi-autopay/client': 'packages/client',
    '@upi-autopay/mocks': 'packages/mocks',
    msw: 'packages/mocks/node_modules/msw',
    vitest: 'node_modules/vitest',
  }
  await mkdir(join(root, 'node_modules/@upi-autopay'), { recursive: true })
  for (const [name, path] of Object.entries(packages))
    await symlink(join(ROOT, path), join(root, 'node_modules', name))
  await writeFile(join(root, 'package.json'), '{ "type": "module" }\n')
  await writeFile(join(root, 'vitest.config.js'), VITEST_CONFIG)
}

const VITEST_CONFIG = `export default {
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
}
`

/** Runs the script behind \`start\` on a free port, and reads address and key off what it prints. */
async function start(dataDir: string): Promise<typeof server> {
  const [program = '', ...args] = (scripts.start ?? '').split(' ')
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...environment, PORT: '0', AUTOPAY_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let printed = ''
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    printed += String(chunk)
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0]
    const key = /upi_test_sk_\w+/.exec(printed)?.[0]
    if (url !== undefined && key !== undefined && printed.includes('Stop with')) {
      child.stdout.resume()
      return {
        url,
        key,
        stop: async () => {
          child.kill('SIGTERM')
          await ended
        },
      }
    }
  }
  throw new Error(`the server ended before it was ready: ${printed}`)
}

async function hasCurl(): Promise<boolean> {
  return run('bash', ['-c', 'command -v curl']).then(
    () => true,
    () => false,
  )
}
