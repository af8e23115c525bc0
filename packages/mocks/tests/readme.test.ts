import type { Account } from '@upi-autopay/contract'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createAutopay } from '../src/index.ts'
import { apiOf } from './sample.ts'

// <five lines>
const autopay = createAutopay()
const server = setupServer(...autopay.handlers)
beforeAll(() => server.listen())
beforeEach(() => autopay.reset())
afterAll(() => server.close())
// </five lines>

test('the five lines of the README are enough', async () => {
  const { body } = await apiOf(autopay)<Account>('GET', '/v1/account')
  expect(body.object).toBe('account')
})

test('the README shows these very lines', async () => {
  // Read through the runner: the sources of this package know no file system.
  const fs = await vi.importActual<{ readFileSync(path: URL, encoding: 'utf8'): string }>('node:fs')
  const readme = fs.readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const own = fs.readFileSync(new URL('./readme.test.ts', import.meta.url), 'utf8')
  const lines = /\/\/ <five lines>\n([\s\S]*?)\/\/ <\/five lines>/.exec(own)?.[1] ?? ''
  expect(lines.trim().split('\n')).toHaveLength(5)
  expect(readme).toContain(`\`\`\`ts\n${lines}\`\`\``)
})
