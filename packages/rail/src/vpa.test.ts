import { expect, test } from 'vitest'
import { KNOWN_HANDLES } from './vocabulary.ts'
import { parseVpa } from './vpa.ts'

test.each([
  ['member.7@ybl', { name: 'member.7', handle: 'ybl', handle_known: true }],
  ['9876543210@OkAxis', { name: '9876543210', handle: 'okaxis', handle_known: true }],
  ['a_b-c@newbank', { name: 'a_b-c', handle: 'newbank', handle_known: false }],
  ['a@b2', { name: 'a', handle: 'b2', handle_known: false }],
])('%s is an address', (text, vpa) => expect(parseVpa(text)).toEqual(vpa))

test.each([
  '',
  '@ybl',
  'member',
  'member@',
  'a b@ybl',
  '.a@ybl',
  'a@2b',
  'a@b',
  'a@b.c',
  'a@b@c',
  ' a@ybl',
  'a@ybl ',
])('"%s" is none', (text) => expect(parseVpa(text)).toBeNull())

test('a name has at most 255 characters', () => {
  expect(parseVpa(`${'a'.repeat(255)}@ybl`)?.name).toHaveLength(255)
  expect(parseVpa(`${'a'.repeat(256)}@ybl`)).toBeNull()
})

test('every handle that providers name is known', () => {
  for (const handle of KNOWN_HANDLES) expect(parseVpa(`member@${handle}`)?.handle_known).toBe(true)
})
