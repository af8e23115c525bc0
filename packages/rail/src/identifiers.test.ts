import { expect, test } from 'vitest'
import {
  NPCI_TXN_ID_PATTERN,
  RRN_PATTERN,
  railReference,
  railTransactionId,
  UMN_PATTERN,
} from './identifiers.ts'

test.each([
  ['012345678901', true],
  ['01234567890', false],
  ['0123456789012', false],
  ['01234567890a', false],
])('%s as a bank reference: %s', (text, is) => expect(RRN_PATTERN.test(text)).toBe(is))

test.each([
  ['A'.repeat(35), true],
  ['A'.repeat(34), false],
  ['A'.repeat(36), false],
  [`${'A'.repeat(34)}-`, false],
])('%s as a transaction id of the rail: %s', (text, is) => {
  expect(NPCI_TXN_ID_PATTERN.test(text)).toBe(is)
})

test.each([
  [`${'c27f'.repeat(8)}@mypsp`, true],
  [`${'c27f'.repeat(8)}@2psp`, false],
  [`${'c27f'.repeat(8)}`, false],
  [`${'c27f'.repeat(8)}@`, false],
  [`${'c27f'.repeat(8)}a@mypsp`, false],
  [`${'c27f'.repeat(7)}@mypsp`, false],
  [` ${'c27f'.repeat(8)}@mypsp`, false],
  [`${'c27f'.repeat(8)}@mypsp `, false],
])('%s as a mandate number: %s', (text, is) => expect(UMN_PATTERN.test(text)).toBe(is))

test('a reference goes to the rail as letters and digits, 35 at most', () => {
  expect(railReference('member-7/daily_2026.11')).toBe('member7daily202611')
  expect(railReference('x'.repeat(36))).toBe('x'.repeat(35))
})

test('a transaction id of ours has the form that the rail demands', () => {
  for (const id of ['mdt_01', 'pay_01q3x3ac20000000027zvtm7h0', `prs_${'x'.repeat(40)}`])
    expect(railTransactionId(id)).toMatch(NPCI_TXN_ID_PATTERN)
})
