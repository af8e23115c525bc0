import { expect, test } from 'vitest'
import { emitSources } from './sources.ts'

const file = (front: string, body = 'It says so.') => ({
  name: 'some-page.md',
  text: `---\n${front}\n---\n\n${body}\n`,
})
const FRONT = "key: some-page\ntitle: A page's title\nissuer: Someone\ndate: 2026-04-21\nurl:"

test('the front matter of each file becomes a row, sorted by key, README apart', () => {
  const other = { ...file(FRONT.replace('some-page', 'another')), name: 'another.md' }
  const text = emitSources([file(FRONT), { name: 'README.md', text: '# Sources' }, other])
  expect(text).toContain("  | 'another'\n  | 'some-page'\n")
  expect(text).toContain("title: 'A page\\'s title',")
  expect(text).toContain("date: '2026-04-21',")
  expect(text).toContain('url: null,')
})

test.each([
  ['no front matter', 'no front matter', { name: 'some-page.md', text: 'Just text.' }],
  ['a missing field', 'missing url', file(FRONT.replace('\nurl:', ''))],
  ['an empty title', 'title is empty', file(FRONT.replace("A page's title", ''))],
  ['a key that is not the name', 'key is "other"', file(FRONT.replace('some-page', 'other'))],
  ['a date that is none', '21 April', file(FRONT.replace('2026-04-21', '21 April'))],
  ['a field nobody knows', 'author: me', file(`${FRONT}\nauthor: me`)],
  ['nothing to say', 'says nothing', file(FRONT, '')],
])('refuses %s and names the file', (_, message, source) => {
  expect(() => emitSources([source])).toThrow(/specs\/sources\/some-page\.md: /)
  expect(() => emitSources([source])).toThrow(message)
})
