import { describe, expect, test } from 'vitest'
import { isBankBusinessDay, nextBankBusinessDay } from './business-days.ts'
import { addDays, isoDate } from './calendar.ts'

describe('banks are closed', () => {
  test.each([
    ['2026-11-21', 'a third Saturday', true],
    ['2026-11-22', 'a Sunday', false],
    ['2026-11-23', 'a Monday', true],
    ['2026-11-07', 'a first Saturday, the 7th', true],
    ['2026-11-14', 'a second Saturday, the 14th', false],
    ['2026-08-08', 'a second Saturday, the 8th', false],
    ['2026-08-15', 'a third Saturday, but Independence Day', false],
    ['2026-08-22', 'a fourth Saturday, the 22nd', false],
    ['2026-11-28', 'a fourth Saturday, the 28th', false],
    ['2026-08-29', 'a fifth Saturday', true],
    ['2027-01-26', 'Republic Day', false],
    ['2027-10-02', 'the birthday of Gandhi', false],
    ['2027-04-01', 'the yearly closing of accounts', false],
    ['2027-03-31', 'the last day of the financial year', true],
  ])('%s, %s: open %s', (day, _, open) => expect(isBankBusinessDay(isoDate(day))).toBe(open))

  test('and on the holidays of their region, year by year', () => {
    const holidays = { 2026: [isoDate('2026-11-24')], 2027: [isoDate('2027-11-23')] }
    expect(isBankBusinessDay(isoDate('2026-11-24'), holidays)).toBe(false)
    expect(isBankBusinessDay(isoDate('2026-11-23'), holidays)).toBe(true)
    expect(isBankBusinessDay(isoDate('2027-11-24'), holidays)).toBe(true)
    expect(isBankBusinessDay(isoDate('2028-11-24'), holidays)).toBe(true)
  })

  test('counted another way: by the weeks of a month, over four years', () => {
    let saturdays = 0
    for (let day = isoDate('2026-01-01'); day < '2030-01-01'; day = addDays(day, 1)) {
      const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
      const weekday = new Date(Date.UTC(year, month - 1, date)).getUTCDay()
      if (date === 1) saturdays = 0
      if (weekday === 6) saturdays += 1
      const closed =
        weekday === 0 ||
        (weekday === 6 && saturdays % 2 === 0) ||
        ['1/26', '4/1', '8/15', '10/2'].includes(`${month}/${date}`)
      expect([day, isBankBusinessDay(day)]).toEqual([day, !closed])
    }
  })
})

test.each([
  ['2026-11-19', '2026-11-20', 'the day after'],
  ['2026-11-20', '2026-11-21', 'a Saturday on which banks work'],
  ['2026-11-21', '2026-11-23', 'over a Sunday'],
  ['2026-11-27', '2026-11-30', 'over a fourth Saturday and a Sunday'],
  ['2026-08-13', '2026-08-14', 'a Friday before a long weekend'],
  ['2026-08-14', '2026-08-17', 'over Independence Day and a Sunday'],
  ['2027-01-25', '2027-01-27', 'over Republic Day'],
  ['2026-12-31', '2027-01-01', 'into the new year'],
])('money of %s settles on %s: %s', (day, next) => {
  expect(nextBankBusinessDay(isoDate(day))).toBe(next)
})

test('regional holidays move the settlement on', () => {
  const holidays = { 2026: [isoDate('2026-11-23'), isoDate('2026-11-24')] }
  expect(nextBankBusinessDay(isoDate('2026-11-21'), holidays)).toBe('2026-11-25')
})
