import { describe, expect, test } from 'vitest'
import { addDays, type IsoDate, isoDate, weekday } from './calendar.ts'
import { allowsDebitOn, cycleOf } from './cycles.ts'
import type { Recurrence } from './mandate-terms.ts'
import { type ScheduleCycle, type ScheduleDays, scheduleCycles } from './schedule-cycles.ts'
import type { DebitRule, Frequency } from './vocabulary.ts'

const MANDATE: Recurrence = {
  frequency: 'monthly',
  debit_rule: null,
  start_date: isoDate('2030-01-07'),
  end_date: isoDate('2040-01-06'),
}

function cycles(
  recurrence: Partial<Recurrence>,
  schedule: { starts_on: string; until?: string; count?: number },
): ScheduleCycle[] {
  const days: ScheduleDays = {
    starts_on: isoDate(schedule.starts_on),
    until: schedule.until === undefined ? null : isoDate(schedule.until),
    count: schedule.count ?? null,
  }
  return [...scheduleCycles({ ...MANDATE, ...recurrence }, days)]
}

const days = (...given: Parameters<typeof cycles>): IsoDate[] =>
  cycles(...given).map(({ debit_date }) => debit_date)

const MONTHLY_LIKE: readonly (readonly [Frequency, number])[] = [
  ['monthly', 1],
  ['bimonthly', 2],
  ['quarterly', 3],
  ['half_yearly', 6],
  ['yearly', 12],
]

describe('the day of a schedule', () => {
  test.each([
    ['weekly', '2030-01-16', ['2030-01-16', '2030-01-23', '2030-01-30']],
    ['fortnightly', '2030-01-31', ['2030-01-31', '2030-02-15', '2030-02-28']],
    ['fortnightly', '2030-01-20', ['2030-01-20', '2030-02-05', '2030-02-20']],
    ['daily', '2030-02-27', ['2030-02-27', '2030-02-28', '2030-03-01']],
    ['monthly', '2030-01-31', ['2030-01-31', '2030-02-28', '2030-03-31']],
    ['bimonthly', '2030-02-10', ['2030-02-10', '2030-04-10', '2030-06-10']],
    ['quarterly', '2030-03-31', ['2030-03-31', '2030-06-30', '2030-09-30']],
    ['yearly', '2032-02-29', ['2032-02-29', '2033-02-28', '2034-02-28']],
    ['one_time', '2030-05-20', ['2030-05-20']],
  ] as const)('%s from %s on keeps its place in the cycle', (frequency, starts_on, expected) => {
    expect(days({ frequency }, { starts_on, count: expected.length })).toEqual(expected)
  })

  test.each(MONTHLY_LIKE)(
    '%s is the same date every %i months, for ten years',
    (frequency, months) => {
      for (const day of ['07', '15', '28', '29', '30', '31']) {
        const starts_on = `2030-01-${day}`
        const found = days({ frequency }, { starts_on })
        const expected = found.map((_, index) => monthsAfter(starts_on, index * months))
        expect(found).toEqual(expected)
        expect(found.length).toBe(Math.ceil(120 / months))
      }
    },
  )

  test('every day lies in a cycle of its own, is allowed by the debit rule, and inside the validity', () => {
    const rules: readonly (DebitRule | null)[] = [
      null,
      ...(['on', 'before', 'after'] as const).flatMap((type) =>
        [1, 5, 7].map((day) => ({ type, day })),
      ),
    ]
    for (const frequency of ['weekly', 'fortnightly', 'monthly', 'quarterly', 'yearly'] as const)
      for (const debit_rule of rules)
        for (let shift = 0; shift < 40; shift += 3) {
          const recurrence = { ...MANDATE, frequency, debit_rule }
          const starts_on = addDays(isoDate('2030-01-20'), shift)
          const found = days({ frequency, debit_rule }, { starts_on, until: '2033-03-01' })
          const keys = found.map((day) => cycleOf(recurrence, day)?.key)
          expect(new Set(keys).size).toBe(found.length)
          expect(found.every((day) => allowsDebitOn(recurrence, day) && day >= starts_on)).toBe(
            true,
          )
          expect(found.length).toBeGreaterThan(0)
        }
  })

  test('is the first that the debit rule allows, and from then on the same', () => {
    const before = { type: 'before', day: 10 } as const
    expect(days({ debit_rule: before }, { starts_on: '2030-01-20', count: 2 })).toEqual([
      '2030-02-01',
      '2030-03-01',
    ])
    const on = { type: 'on', day: 31 } as const
    expect(days({ debit_rule: on }, { starts_on: '2030-01-08', count: 3 })).toEqual([
      '2030-01-31',
      '2030-02-28',
      '2030-03-31',
    ])
  })

  test('a weekly one falls on one day of the week for ten years', () => {
    const found = days({ frequency: 'weekly' }, { starts_on: '2030-01-09' })
    expect(new Set(found.map(weekday))).toEqual(new Set([3]))
    expect(found.length).toBe(522)
  })
})

describe('the end of a schedule', () => {
  test('comes after count cycles, after until, or with the mandate, whichever is first', () => {
    const weekly = { frequency: 'weekly' } as const
    expect(days(weekly, { starts_on: '2030-01-09', count: 2, until: '2030-12-31' }).length).toBe(2)
    expect(days(weekly, { starts_on: '2030-01-09', count: 9, until: '2030-01-22' }).length).toBe(2)
    expect(days(weekly, { starts_on: '2030-01-09', count: 9, until: '2030-01-23' }).length).toBe(3)
    const short = { ...weekly, end_date: isoDate('2030-01-22') }
    expect(days(short, { starts_on: '2030-01-09', count: 9 }).length).toBe(2)
  })

  test('a cycle whose day lies after the end is none: its earlier days are not taken instead', () => {
    expect(days({}, { starts_on: '2030-01-15', until: '2030-03-10' })).toEqual([
      '2030-01-15',
      '2030-02-15',
    ])
  })

  test('nothing begins after the mandate', () => {
    expect(cycles({}, { starts_on: '2040-01-07' })).toEqual([])
    expect(cycles({ frequency: 'as_presented' }, { starts_on: '2030-02-01' })).toEqual([])
  })
})

test('a debit may move to the later days of its cycle that the rule and the end leave', () => {
  const [first] = cycles({ frequency: 'weekly' }, { starts_on: '2030-01-09', until: '2030-01-11' })
  expect(first?.days).toEqual({ from: '2030-01-09', until: '2030-01-11' })
  const rule = { type: 'before', day: 4 } as const
  const [ruled] = cycles({ frequency: 'weekly', debit_rule: rule }, { starts_on: '2030-01-09' })
  expect(ruled?.days).toEqual({ from: '2030-01-09', until: '2030-01-10' })
})

test('it goes on from any of its cycles as it did from the first', () => {
  const whole = cycles({}, { starts_on: '2030-01-31', count: 12 })
  const schedule = { starts_on: isoDate('2030-01-31'), until: null, count: 12 }
  for (const { number, cycle } of whole)
    expect([...scheduleCycles(MANDATE, schedule, { number, from: cycle.from })]).toEqual(
      whole.slice(number - 1),
    )
})

/** Another way to the same date: the calendar of the platform, counted back from an overflow. */
function monthsAfter(text: string, months: number): string {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)))
    .toISOString()
    .slice(0, 10)
}
