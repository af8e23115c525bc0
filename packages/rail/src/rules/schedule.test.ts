import { describe, expect, test } from 'vitest'
import { isoDate } from '../calendar.ts'
import { checkRules } from './check-rules.ts'
import { ist, PLAIN_POLICY, PLAIN_TERMS } from './fixtures/plain.ts'
import { OPEN_SCHEDULE_RULES, SCHEDULE_RULES, type ScheduleFacts } from './schedule.ts'

const NOW = ist('2026-11-24T08:00:00')
const TODAY = '2026-11-24'
const LAST = '2027-03-31'

/** From today on, as long as the mandate is valid, with room and time for its cycles. */
const FACTS: ScheduleFacts = {
  mandate: { ...PLAIN_TERMS, frequency: 'monthly', end_date: isoDate(LAST) },
  starts_on: isoDate(TODAY),
  until: null,
  count: null,
  cycles: 5,
  cycles_in_time: 4,
  open_schedule: null,
  policy: PLAIN_POLICY,
}

interface Wish extends Partial<Pick<ScheduleFacts, 'count' | 'cycles' | 'cycles_in_time'>> {
  readonly starts_on?: string
  readonly until?: string
  readonly frequency?: 'monthly' | 'as_presented'
}

function found({ starts_on = TODAY, until, frequency = 'monthly', ...numbers }: Wish) {
  const days = {
    starts_on: isoDate(starts_on),
    until: until === undefined ? null : isoDate(until),
  }
  const mandate = { ...FACTS.mandate, frequency }
  return checkRules(SCHEDULE_RULES, { ...FACTS, ...days, ...numbers, mandate }, NOW)
}

test('the days of a schedule lie within today and the last day of the mandate', () => {
  const STARTS = 'schedule.starts_on'
  const UNTIL = 'schedule.until'
  const cases: readonly (readonly [Wish, ...rules: string[]])[] = [
    [{ starts_on: '2026-11-23' }, STARTS],
    [{ starts_on: TODAY }],
    [{ starts_on: LAST }],
    [{ starts_on: '2027-04-01' }, STARTS],
    [{ starts_on: '2026-12-01', until: '2026-11-30' }, UNTIL],
    [{ starts_on: '2026-12-01', until: '2026-12-01' }],
    [{ until: LAST }],
    [{ until: '2027-04-01' }, UNTIL],
    [{ starts_on: '2027-04-02', until: '2027-04-01' }, STARTS, UNTIL],
    [{ starts_on: '2027-04-01', until: '2027-04-01', cycles: 0 }, STARTS, UNTIL],
  ]
  for (const [wish, ...rules] of cases)
    expect([wish, found(wish).map(({ rule }) => rule)]).toEqual([wish, rules])
})

test('days that do not fit are named with those that do', () => {
  expect(found({ starts_on: '2026-11-23', until: '2027-04-01' })).toMatchObject([
    {
      code: 'schedule_dates_invalid',
      pointer: '/starts_on',
      limit: { earliest: TODAY, latest: LAST },
    },
    {
      code: 'schedule_dates_invalid',
      pointer: '/until',
      limit: { earliest: '2026-11-23', latest: LAST },
    },
  ])
})

describe('there is room for a schedule', () => {
  test.each<[Wish, string | null]>([
    [{ count: 5, cycles: 5 }, null],
    [{ count: 6, cycles: 5 }, '/count'],
    [{ count: null, cycles: 1 }, null],
    [{ count: null, cycles: 0, cycles_in_time: 0 }, '/starts_on'],
    [{ cycles_in_time: 1 }, null],
    [{ cycles_in_time: 0 }, '/starts_on'],
  ])('or else it is refused where that is asked for: %o', (wish, pointer) => {
    const expected = pointer === null ? [] : [{ code: 'schedule_too_long', pointer }]
    const seen = found(wish)
    expect(seen).toMatchObject(expected)
    expect(seen).toHaveLength(expected.length)
  })

  test('and how much is told in numbers', () => {
    expect(found({ count: 6, until: '2027-03-30' })).toMatchObject([
      {
        limit: { cycles: 5 },
        message:
          'From 2026-11-24 to 2027-03-30 there are 5 cycles with a debit day, and the schedule has 6.',
      },
    ])
    expect(found({ cycles: 0 })[0]?.message).toContain(`to ${LAST} there are 0 cycles`)
    expect(found({ cycles: 0 })[0]?.message).toContain('the schedule has 1.')
    expect(found({ cycles_in_time: 0 })).toMatchObject([{ limit: { cycles: 0 } }])
  })
})

test('a mandate without cycles has no schedule, and of room nothing is said then', () => {
  expect(found({ frequency: 'as_presented', cycles: 0 })).toMatchObject([
    { rule: 'schedule.frequency', code: 'schedule_without_cycles', pointer: '' },
  ])
  expect(found({ frequency: 'as_presented', cycles: 0 })).toHaveLength(1)
})

test('a mandate has one open schedule', () => {
  const open_schedule = { id: 'sch_1', status: 'paused' }
  expect(checkRules(OPEN_SCHEDULE_RULES, FACTS, NOW)).toEqual([])
  expect(checkRules(OPEN_SCHEDULE_RULES, { ...FACTS, open_schedule }, NOW)).toMatchObject([
    {
      code: 'schedule_open',
      pointer: '',
      limit: { open: 1 },
      message: 'Schedule sch_1 of this mandate is paused; there may be 1 at a time.',
    },
  ])
})
