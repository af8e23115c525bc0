import { expect, test } from 'vitest'
import { emitFiles } from './files.ts'

const source = (title: string) => ({
  name: 'rbi-2026.md',
  text: `---\nkey: rbi-2026\ntitle: ${title}\nissuer: RBI\ndate: 2026-04-01\nurl: https://example.org/rbi\n---\n\nText.\n`,
})

test('a source that is changed alone changes the table that rules cite, and nothing else', () => {
  const before = emitFiles([source('Directions')])
  const after = emitFiles([source('Other directions')])
  const changed = [...before].filter(([path, text]) => after.get(path) !== text)
  expect(changed.map(([path]) => path)).toEqual(['packages/rail/src/generated/sources.ts'])
})

test('the same input gives the same text', () => {
  expect([...emitFiles([])]).toEqual([...emitFiles([])])
})
