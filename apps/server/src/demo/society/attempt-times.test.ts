import { formatIst, isoDate } from '@upi-autopay/rail'
import { expect, test } from 'vitest'
import { attemptTimes } from './attempt-times.ts'
import type { Member } from './member.ts'

const day = isoDate('2031-11-03')

function timesFor(...minutes: number[]): string[] {
  const members = minutes.map((debit_minute) => ({ debit_minute }) as Member)
  return attemptTimes(members, day).map((at) => formatIst(at).slice(11, 16))
}

test('four attempts of a day lie an hour apart and skip the peak hours', () => {
  expect(timesFor(7 * 60 + 30)).toEqual(['07:30', '08:30', '09:30', '13:00'])
})

test('an evening debit waits for the end of the peak and has what is left of the day', () => {
  expect(timesFor(18 * 60)).toEqual(['21:30', '22:30', '23:30'])
})

test('members who share a moment share the stop', () => {
  expect(timesFor(13 * 60, 13 * 60, 12 * 60)).toEqual(['13:00', '14:00', '15:00', '16:00'])
})
