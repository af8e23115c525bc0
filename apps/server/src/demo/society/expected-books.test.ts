import { isoDate } from '@upi-autopay/rail'
import { expect, test } from 'vitest'
import { expectedBooks } from './expected-books.ts'
import type { Member } from './member.ts'

const first = isoDate('2031-11-03')
const MEMBER: Member = {
  member_no: 'M001',
  name: 'Asha',
  vpa: 'asha@ybl',
  daily_amount: 100_00,
  starts: first,
  debit_minute: 450,
  first_debit: false,
  approves: true,
}

function booksOf(change: Partial<Member>, days = 3): ReturnType<typeof expectedBooks> {
  return expectedBooks([{ ...MEMBER, ...change }], { first, days })
}

test('a member who pays is asked for the PIN once and debited every day', () => {
  expect(booksOf({})).toMatchObject({
    due: 3,
    collected: 3,
    pins: 1,
    retried: 0,
    collected_paise: 300_00,
  })
})

test('a member who declines the mandate owes nothing', () => {
  expect(booksOf({ approves: false })).toMatchObject({ active: 0, declined: 1, due: 0 })
})

test('funds that are short once cost a second attempt each day, the first two with the PIN', () => {
  expect(booksOf({ vpa: 'insufficient_funds_once@sim' })).toMatchObject({
    collected: 3,
    retried: 3,
    pins: 2,
  })
})

test('funds that are always short cost four attempts a day, each with the PIN', () => {
  expect(booksOf({ vpa: 'insufficient_funds@sim' })).toMatchObject({
    collected: 0,
    failed: { insufficient_funds: 3 },
    retried: 9,
    pins: 12,
  })
})

test('a debit at registration has one attempt and no PIN', () => {
  expect(booksOf({ first_debit: true })).toMatchObject({ due: 3, collected: 3, pins: 0 })
  expect(booksOf({ first_debit: true, vpa: 'insufficient_funds_once@sim' })).toMatchObject({
    failed: { insufficient_funds: 1 },
    retried: 2,
    pins: 2,
  })
})

test('above the limit every debit takes the PIN, that at registration too', () => {
  expect(booksOf({ first_debit: true, daily_amount: 15_000_01 }).pins).toBe(3)
  expect(booksOf({ daily_amount: 15_000_00 }).pins).toBe(1)
})

test('what is asked for in peak hours is deferred, their end excluded', () => {
  expect(booksOf({ debit_minute: 600 }).deferred).toBe(3)
  expect(booksOf({ debit_minute: 780 }).deferred).toBe(0)
})
