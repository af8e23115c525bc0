import { execFile, spawn } from 'node:child_process'
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { mandateBody, startTestServer, temporaryFolder } from './start-test-server.ts'

// The client's README and its examples, run as their reader runs them: against a server, each in a process of its own.

const CLIENT = fileURLToPath(new URL('../../../packages/client/', import.meta.url))
const run = promisify(execFile)

test('the README of the client runs from top to bottom and prints what it shows', async () => {
  const { url, testKey } = await startTestServer()
  const readme = await readFile(join(CLIENT, 'README.md'), 'utf8')
  const blocks = [...readme.matchAll(/^```(ts|text)\n([\s\S]*?)^```$/gm)]
  const program = blocks.filter(([, kind]) => kind === 'ts').map(([, , text]) => text)
  const shown = blocks.filter(([, kind]) => kind === 'text').map(([, , text]) => text)
  expect([program.length > 3, shown.length]).toEqual([true, 1])
  const folder = temporaryFolder()
  await mkdir(join(folder, 'node_modules/@upi-autopay'), { recursive: true })
  await symlink(CLIENT, join(folder, 'node_modules/@upi-autopay/client'))
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n')
  const text = program.join('').replaceAll('http://127.0.0.1:4010', url)
  await writeFile(join(folder, 'readme.ts'), text)
  const { stdout } = await run(process.execPath, ['--conditions=source', 'readme.ts'], {
    cwd: folder,
    env: { ...process.env, AUTOPAY_KEY: testKey },
  })
  expect(stdout).toBe(shown[0])
})

test('the example of a first debit ends with its collection', async () => {
  const { url, testKey } = await startTestServer()
  expect(await example('first-debit.ts', [testKey, url])).toMatch(
    /^mdt_\w+ is pending: http.*\nmdt_\w+ is active\nprs_\w+ is scheduled until .*\nprs_\w+ is succeeded, RRN \d{12}\n$/,
  )
})

test('the example of a list names every active mandate, and tells a wrong key what to do', async () => {
  const { url, testKey, call } = await startTestServer()
  const made = await call('POST /v1/sandbox/mandates', mandateBody())
  const listed = await example('list.ts', [testKey, url])
  expect(listed).toContain(`${made.body.id}  ${made.body.reference_id}  `)
  await expect(example('list.ts', ['upi_test_sk_wrong', url])).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('No valid API key. Send Authorization'),
  })
})

test('the example of webhooks prints what it is told, verified', async () => {
  const { url, testKey, call } = await startTestServer()
  const child = spawn(process.execPath, argumentsOf('webhooks.ts', [testKey, url, '0']), {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  onTestFinished(async () => {
    child.kill()
    await ended
  })
  let printed = ''
  for await (const chunk of child.stdout) {
    printed += String(chunk)
    if (printed.endsWith('\n') && printed.startsWith('Listening') && !printed.includes('mandate.'))
      await call('POST /v1/sandbox/mandates', mandateBody())
    if (/^mandate\.activated: mdt_\w+ is active$/m.test(printed)) return
  }
  throw new Error(`the example ended by itself: ${printed}`)
})

/** What an example prints. */
async function example(name: string, args: readonly string[]): Promise<string> {
  return (await run(process.execPath, argumentsOf(name, args))).stdout
}

function argumentsOf(name: string, args: readonly string[]): string[] {
  return ['--conditions=source', join(CLIENT, 'examples', name), ...args]
}
