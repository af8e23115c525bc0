import { describe, expect, test } from 'vitest'
import { addDays, type IsoDate, isoDate } from './calendar.ts'
import { allowsDebitOn, cycleOf, debitDays, nextCycle } from './cycles.ts'
import type { Recurrence } from './mandate-terms.ts'
import type { DebitRuleType, Frequency } from './vocabulary.ts'

// Ten years of every frequency and rule are held to a calendar walked day by day in cycles.ten-years.test.ts; here
// stand the cases that somebody will look up.

/** A mandate whose validity neither begins nor ends with a cycle of any length, and holds a leap day. */
const START = isoDate('2027-11-20')
const END = isoDate('2030-03-10')

function recurrence(frequency: Frequency, type?: DebitRuleType, day = 1): Recurrence {
  const debit_rule = type === undefined ? null : { type, day }
  return { frequency, debit_rule, start_date: START, end_date: END }
}

describe('the cycle of a day', () => {
  test.each<[Frequency, string, string, string]>([
    ['one_time', '2028-05-01', '2027-11-20', '2030-03-10'],
    ['daily', '2028-02-29', '2028-02-29', '2028-02-29'],
    ['weekly', '2027-11-21', '2027-11-15', '2027-11-21'],
    ['weekly', '2027-11-22', '2027-11-22', '2027-11-28'],
    ['fortnightly', '2028-02-15', '2028-02-01', '2028-02-15'],
    ['fortnightly', '2028-02-16', '2028-02-16', '2028-02-29'],
    ['monthly', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['bimonthly', '2027-12-31', '2027-11-01', '2027-12-31'],
    ['quarterly', '2028-02-01', '2028-02-01', '2028-04-30'],
    ['half_yearly', '2028-04-30', '2027-11-01', '2028-04-30'],
    ['yearly', '2028-10-31', '2027-11-01', '2028-10-31'],
    ['yearly', '2027-10-31', '2026-11-01', '2027-10-31'],
  ])('%s on %s: %s to %s', (frequency, day, from, until) => {
    expect(cycleOf(recurrence(frequency), isoDate(day))).toEqual({ key: from, from, until })
  })

  test('as presented knows no calendar: each notification is a cycle of its own', () => {
    expect(cycleOf(recurrence('as_presented'), START)).toBeNull()
    expect(allowsDebitOn(recurrence('as_presented'), START)).toBe(true)
    expect(allowsDebitOn(recurrence('as_presented'), addDays(START, -1))).toBe(false)
  })
})

describe('the debit days of a cycle', () => {
  test('without a debit rule any day of the validity will do', () => {
    const terms = recurrence('monthly')
    expect(allowsDebitOn(terms, START)).toBe(true)
    expect(allowsDebitOn(terms, END)).toBe(true)
    expect(allowsDebitOn(terms, addDays(START, -1))).toBe(false)
    expect(allowsDebitOn(terms, addDays(END, 1))).toBe(false)
  })

  test.each([
    ['2027-02-28', '2027-02-10'],
    ['2028-02-29', '2028-02-10'],
    ['2028-04-30', '2028-04-10'],
    ['2028-12-31', '2028-12-10'],
  ])('day 31 is %s in the month of %s', (named, day) => {
    const terms = { ...recurrence('monthly', 'on', 31), start_date: isoDate('2027-01-01') }
    const cycle = cycleOf(terms, isoDate(day))
    expect(cycle && debitDays(terms, cycle)).toEqual({ from: named, until: named })
  })

  test.each<[Frequency, DebitRuleType, number, string, string, string]>([
    ['weekly', 'on', 7, '2028-02-23', '2028-02-27', '2028-02-27'],
    ['weekly', 'before', 2, '2028-02-28', '2028-02-28', '2028-02-29'],
    ['weekly', 'after', 6, '2028-02-28', '2028-03-04', '2028-03-05'],
    ['fortnightly', 'on', 16, '2028-04-01', '2028-04-15', '2028-04-15'],
    ['fortnightly', 'on', 16, '2028-02-20', '2028-02-29', '2028-02-29'],
    ['fortnightly', 'on', 16, '2028-01-20', '2028-01-31', '2028-01-31'],
    ['bimonthly', 'on', 31, '2028-03-10', '2028-03-31', '2028-03-31'],
    ['quarterly', 'after', 31, '2028-03-10', '2028-02-29', '2028-04-30'],
    ['quarterly', 'before', 31, '2028-03-10', '2028-02-01', '2028-02-29'],
    ['yearly', 'on', 19, '2028-12-10', '2028-11-19', '2028-11-19'],
  ])('%s %s day %i in the cycle of %s: %s to %s', (frequency, type, day, date, from, until) => {
    const terms = recurrence(frequency, type, day)
    const cycle = cycleOf(terms, isoDate(date))
    expect(cycle && debitDays(terms, cycle)).toEqual({ from, until })
  })

  test('are those of the validity where a cycle reaches beyond it', () => {
    const days = (frequency: Frequency, date: IsoDate) => {
      const terms = recurrence(frequency)
      const cycle = cycleOf(terms, date)
      return cycle && debitDays(terms, cycle)
    }
    expect(days('monthly', START)).toEqual({ from: START, until: '2027-11-30' })
    expect(days('monthly', isoDate('2028-02-10'))).toEqual({
      from: '2028-02-01',
      until: '2028-02-29',
    })
    expect(days('monthly', END)).toEqual({ from: '2030-03-01', until: END })
    expect(days('one_time', END)).toEqual({ from: START, until: END })
    expect(days('daily', addDays(END, 1))).toBeNull()
  })

  test('are none where the rule names a day before the start', () => {
    const terms = recurrence('monthly', 'on', 19)
    const cycle = cycleOf(terms, START)
    expect(cycle && debitDays(terms, cycle)).toBeNull()
    expect(allowsDebitOn(terms, START)).toBe(false)
  })
})

describe('the next cycle', () => {
  test('a cycle that begins on the end date is still one', () => {
    const terms = { ...recurrence('monthly'), end_date: isoDate('2028-03-01') }
    const february = cycleOf(terms, isoDate('2028-02-10'))
    expect(february && nextCycle(terms, february)?.key).toBe('2028-03-01')
    const shorter = { ...terms, end_date: isoDate('2028-02-29') }
    expect(february && nextCycle(shorter, february)).toBeNull()
  })

  test('one_time has none', () => {
    const terms = recurrence('one_time')
    const only = cycleOf(terms, START)
    expect(only && nextCycle(terms, only)).toBeNull()
    const prolonged = { ...terms, end_date: addDays(END, 30) }
    expect(only && nextCycle(prolonged, only)).toBeNull()
  })
})
