import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const DEMO = fileURLToPath(new URL('../src/demo/main.ts', import.meta.url))

test('a file of members that is not there is told in one line, before anything is started', async () => {
  const run = promisify(execFile)(process.execPath, [
    '--conditions=source',
    DEMO,
    'no-such-members.csv',
  ])
  await expect(run).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(
      /^The file of members cannot be read: .*no-such-members\.csv'\n$/,
    ),
  })
})
