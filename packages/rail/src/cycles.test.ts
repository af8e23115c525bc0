import { describe, expect, test } from 'vitest'
import { addDays, type IsoDate, isoDate } from './calendar.ts'
import { allowsDebitOn, cycleOf, debitDays, nextCycle } from './cycles.ts'
import type { Recurrence } from './mandate-terms.ts'
import type { DebitRuleType, Frequency } from './vocabulary.ts'

/** A mandate whose validity neither begins nor ends with a cycle of any length, and holds a leap day. */
const START = isoDate('2027-11-20')
const END = isoDate('2030-03-10')

/** Written apart from the code under test: days are labelled one by one, and a cycle is the days of one label. */
const LABELS: Record<Exclude<Frequency, 'as_presented'>, (day: string) => string> = {
  one_time: () => 'all',
  daily: (day) => day,
  weekly: (day) => String(Math.floor((Date.parse(day) / 86_400_000 - 4) / 7)),
  fortnightly: (day) => `${day.slice(0, 7)}${Number(day.slice(8)) > 15 ? 'b' : 'a'}`,
  monthly: (day) => day.slice(0, 7),
  bimonthly: (day) => String(Math.floor(monthsSinceNov2027(day) / 2)),
  quarterly: (day) => String(Math.floor(monthsSinceNov2027(day) / 3)),
  half_yearly: (day) => String(Math.floor(monthsSinceNov2027(day) / 6)),
  yearly: (day) => String(Math.floor(monthsSinceNov2027(day) / 12)),
}

function monthsSinceNov2027(day: string): number {
  return (Number(day.slice(0, 4)) - 2027) * 12 + Number(day.slice(5, 7)) - 11
}

const FREQUENCIES = Object.keys(LABELS) as Exclude<Frequency, 'as_presented'>[]

/** All days from a year before the validity to a year after it. */
const DAYS: IsoDate[] = []
for (let day = isoDate('2026-11-01'); day <= '2031-10-31'; day = addDays(day, 1)) DAYS.push(day)

function daysOfCycle(frequency: Exclude<Frequency, 'as_presented'>, day: IsoDate): IsoDate[] {
  if (frequency === 'one_time') return DAYS.filter((other) => other >= START && other <= END)
  const label = LABELS[frequency]
  return DAYS.filter((other) => label(other) === label(day))
}

function recurrence(frequency: Frequency, type?: DebitRuleType, day = 1): Recurrence {
  const debit_rule = type === undefined ? null : { type, day }
  return { frequency, debit_rule, start_date: START, end_date: END }
}

/** Every day is checked for a month around each year's turn and leap day, then one in eleven. */
const SAMPLE = DAYS.filter(
  (day, i) =>
    day >= START && day <= END && (i % 11 === 0 || /-(12-2\d|12-3\d|01-0\d|02-2\d)$/.test(day)),
)

describe('a cycle holds the days that the calendar puts together', () => {
  test.each(FREQUENCIES)('%s', (frequency) => {
    for (const day of SAMPLE) {
      const days = daysOfCycle(frequency, day)
      const cycle = cycleOf(recurrence(frequency), day)
      expect([day, cycle?.from, cycle?.until]).toEqual([day, days[0], days.at(-1)])
      expect(cycle?.key).toBe(days[0])
    }
  })

  test('as presented knows no calendar: each notification is a cycle of its own', () => {
    expect(cycleOf(recurrence('as_presented'), START)).toBeNull()
    expect(allowsDebitOn(recurrence('as_presented'), START)).toBe(true)
  })
})

describe('the debit rule says which days of the cycle are debit days', () => {
  const cases = FREQUENCIES.filter(
    (frequency) => frequency !== 'one_time' && frequency !== 'daily',
  ).flatMap((frequency) =>
    (frequency === 'weekly'
      ? [1, 4, 7]
      : frequency === 'fortnightly'
        ? [1, 15, 16]
        : [1, 29, 31]
    ).flatMap((day) =>
      (['on', 'before', 'after'] as const).map((type) => ({ frequency, type, day })),
    ),
  )

  test.each(cases)('$frequency $type day $day', ({ frequency, type, day: ruleDay }) => {
    const terms = recurrence(frequency, type, ruleDay)
    for (const day of SAMPLE) {
      const days = daysOfCycle(frequency, day)
      const first = days[0] ?? ''
      const countable =
        frequency === 'weekly' || frequency === 'fortnightly'
          ? days
          : days.filter((other) => other.slice(0, 7) === first.slice(0, 7))
      const named = countable[Math.min(ruleDay, countable.length) - 1] ?? ''
      const allowed = days.filter(
        (other) =>
          other >= START &&
          other <= END &&
          (type === 'on' ? other === named : type === 'before' ? other <= named : other >= named),
      )
      const cycle = cycleOf(terms, day)
      const expected = allowed.length === 0 ? null : { from: allowed[0], until: allowed.at(-1) }
      expect([day, cycle && debitDays(terms, cycle)]).toEqual([day, expected])
      expect([day, allowsDebitOn(terms, day)]).toEqual([day, allowed.includes(day)])
    }
  })

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
})

describe('cycles follow one another without gap until the end date', () => {
  test.each(FREQUENCIES)('%s', (frequency) => {
    const terms = recurrence(frequency)
    let cycle = cycleOf(terms, START)
    let until = addDays(cycle?.from ?? START, -1)
    for (let turns = 0; cycle !== null; turns++) {
      expect(turns).toBeLessThan(1000)
      expect(cycle.from).toBe(addDays(until, 1))
      until = cycle.until
      cycle = nextCycle(terms, cycle)
    }
    expect(until >= END).toBe(true)
  })

  test('a cycle that begins on the end date is still one', () => {
    const terms = { ...recurrence('monthly'), end_date: isoDate('2028-03-01') }
    const february = cycleOf(terms, isoDate('2028-02-10'))
    expect(february && nextCycle(terms, february)?.key).toBe('2028-03-01')
    const shorter = { ...terms, end_date: isoDate('2028-02-29') }
    expect(february && nextCycle(shorter, february)).toBeNull()
  })
})
