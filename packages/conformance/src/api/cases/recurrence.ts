import { brokenRule } from '../broken-rule.ts'
import { group } from '../case.ts'

const RULED = {
  weekly: 7,
  fortnightly: 16,
  monthly: 31,
  bimonthly: 31,
  quarterly: 31,
  half_yearly: 31,
  yearly: 31,
} as const
const UNRULED = ['one_time', 'daily', 'as_presented'] as const

/** The ten frequencies, their debit rules, and the days these let a debit fall on. The case begins on a Monday, the seventh. */
export const recurrenceCases = group('recurrence', {
  'Every frequency is taken without a debit rule': async ({ given, expect }) => {
    for (const frequency of [...UNRULED, ...Object.keys(RULED)])
      expect(await given.pending({ frequency })).toMatchObject({ frequency, debit_rule: null })
  },

  'Seven frequencies take a debit rule, from day 1 to the last that they have': async ({
    given,
    expect,
  }) => {
    for (const [frequency, last] of Object.entries(RULED))
      for (const type of ['on', 'before', 'after'])
        for (const day of [1, last]) {
          const debit_rule = { type, day }
          expect(await given.pending({ frequency, debit_rule })).toMatchObject({
            frequency,
            debit_rule,
          })
        }
  },

  'A day beyond the frequency is refused: weekly has 7, fortnightly 16': async ({
    given,
    api,
    expect,
  }) => {
    for (const [frequency, day] of [
      ['weekly', 8],
      ['fortnightly', 17],
    ] as const) {
      const body = given.terms({ frequency, debit_rule: { type: 'on', day } })
      const problem = await api.refused('mandates.create', { body })
      expect(problem).toMatchObject(
        brokenRule('recurrence.debit_rule', 'debit_rule_invalid', '/debit_rule/day'),
      )
      expect(problem.limit).toEqual({ first_day: 1, last_day: day - 1 })
    }
  },

  'No month has a day 0 or 32': async ({ given, api, expect }) => {
    for (const day of [0, 32]) {
      const body = given.terms({ frequency: 'monthly', debit_rule: { type: 'on', day } })
      expect(await api.refused('mandates.create', { body })).toMatchObject({
        status: 400,
        errors: [{ in: 'body', pointer: '/debit_rule/day' }],
      })
    }
  },

  'One-time, daily and as-presented mandates have no debit rule': async ({
    given,
    api,
    expect,
  }) => {
    for (const frequency of UNRULED) {
      const body = given.terms({ frequency, debit_rule: { type: 'on', day: 1 } })
      expect(await api.refused('mandates.create', { body })).toMatchObject(
        brokenRule('recurrence.debit_rule', 'debit_rule_invalid', '/debit_rule'),
      )
    }
  },

  'Cycles are calendar ones: day, week from Monday, halves of the month, months counted from the first':
    async ({ given, expect }) => {
      const cycles = {
        one_time: ['2030-01-07', '2031-01-06'],
        daily: ['2030-01-07', '2030-01-07'],
        weekly: ['2030-01-07', '2030-01-13'],
        fortnightly: ['2030-01-01', '2030-01-15'],
        monthly: ['2030-01-01', '2030-01-31'],
        bimonthly: ['2030-01-01', '2030-02-28'],
        quarterly: ['2030-01-01', '2030-03-31'],
        half_yearly: ['2030-01-01', '2030-06-30'],
        yearly: ['2030-01-01', '2030-12-31'],
      }
      for (const [frequency, [from, until]] of Object.entries(cycles))
        expect((await given.active({ frequency })).next_cycle, frequency).toMatchObject({
          from,
          until,
        })
      expect((await given.active({ frequency: 'as_presented' })).next_cycle).toBe(null)
    },

  'A debit on its day is taken, a day later refused, whatever the length of the cycle': async ({
    given,
    api,
    expect,
  }) => {
    for (const frequency of Object.keys(RULED)) {
      const mandate = await given.active({
        frequency,
        debit_rule: { type: 'on', day: frequency === 'weekly' ? 2 : 8 },
      })
      const problem = await api.refused('notifications.create', {
        params: { id: mandate.id },
        body: { amount: 30_000, debit_date: '2030-01-09' },
      })
      expect(problem, frequency).toMatchObject(
        brokenRule('recurrence.debit_day', 'debit_day_not_allowed', '/debit_date'),
      )
      expect(problem.limit).toEqual({ from: '2030-01-08', until: '2030-01-08' })
      expect((await given.notice(mandate)).debit_date).toBe('2030-01-08')
    }
  },

  'Before a day means up to it, after a day from it on': async ({ given, api, expect }) => {
    const before = await given.active({
      frequency: 'monthly',
      debit_rule: { type: 'before', day: 8 },
    })
    const after = await given.active({
      frequency: 'monthly',
      debit_rule: { type: 'after', day: 9 },
    })
    expect((await given.notice(before, { debit_date: '2030-01-08' })).status).toBe('pending')
    expect((await given.notice(after, { debit_date: '2030-01-09' })).status).toBe('pending')
    const other = await given.active({
      frequency: 'monthly',
      debit_rule: { type: 'before', day: 8 },
    })
    const another = await given.active({
      frequency: 'monthly',
      debit_rule: { type: 'after', day: 9 },
    })
    for (const [mandate, debit_date] of [
      [other, '2030-01-09'],
      [another, '2030-01-08'],
    ] as const)
      expect(
        await api.refused('notifications.create', {
          params: { id: mandate.id },
          body: { amount: 30_000, debit_date },
        }),
      ).toMatchObject({ code: 'debit_day_not_allowed' })
  },

  'Day 31 is the last day of a month that has none': async ({ given, clock, expect }) => {
    const mandate = await given.active({
      frequency: 'monthly',
      debit_rule: { type: 'on', day: 31 },
    })
    await clock.to('2030-02-27 08:00')
    expect((await given.mandate(mandate)).next_cycle).toMatchObject({
      debit_from: '2030-02-28',
      debit_until: '2030-02-28',
    })
    expect((await given.notice(mandate, { debit_date: '2030-02-28' })).cycle).toEqual({
      from: '2030-02-01',
      until: '2030-02-28',
    })
  },

  'A debit falls inside the validity': async ({ given, api, expect }) => {
    const mandate = await given.active({ start_date: '2030-01-09', end_date: '2030-01-09' })
    const early = await api.refused('notifications.create', {
      params: { id: mandate.id },
      body: { amount: 30_000, debit_date: '2030-01-08' },
    })
    expect(early).toMatchObject(
      brokenRule('mandate.debit_in_validity', 'debit_outside_validity', '/debit_date'),
    )
    expect(early.limit).toEqual({ earliest: '2030-01-09', latest: '2030-01-09' })
    expect((await given.notice(mandate, { debit_date: '2030-01-09' })).status).toBe('pending')
  },
})
