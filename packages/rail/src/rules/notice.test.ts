import { describe, expect, test } from 'vitest'
import { isoDate, istDate, toInstant } from '../calendar.ts'
import { checkRules } from './check-rules.ts'
import type { NoticeFacts } from './facts.ts'
import { NOTICE_RULES } from './tables.ts'

const ist = (local: string) => toInstant(Date.parse(`${local}+05:30`))

const FACTS: NoticeFacts = {
  amount: 50_000,
  mandate: {
    amount: 50_000,
    amount_rule: 'max',
    min_amount: 10_000,
    frequency: 'daily',
    debit_rule: null,
    start_date: isoDate('2026-11-20'),
    end_date: isoDate('2026-12-20'),
  },
  debit_date: isoDate('2026-11-24'),
  debit_at: null,
  cycle: { attempts: 0, succeeded: false },
  policy: {
    notice_lead_min_hours: 24,
    notice_lead_max_hours: 48,
    notice_cut_off_minute: 23 * 60 + 50,
    attempts_max: 4,
    attempt_spacing_minutes: 60,
    pin_expiry_minutes: 30,
    instant_attempts_max: 1,
  },
}

function codes(change: Partial<NoticeFacts>, now = ist('2026-11-23T10:00:00')): string[] {
  return checkRules(NOTICE_RULES, { ...FACTS, ...change }, now).map(({ code }) => code)
}

const LEAD = ['notice_outside_lead_window']

describe('some moment of the debit day lies 24 to 48 hours ahead', () => {
  test.each([
    ['48 hours before the day begins', '2026-11-22T00:00:00', []],
    ['a millisecond earlier', '2026-11-21T23:59:59.999', LEAD],
    ['the evening before, up to the cut-off', '2026-11-23T23:49:59.999', []],
    ['from the cut-off on', '2026-11-23T23:50:00', ['notice_after_cut_off']],
    ['less than 24 hours before the day ends', '2026-11-24T00:00:00', LEAD],
  ])('%s', (_, now, expected) => expect(codes({}, ist(now))).toEqual(expected))

  test('the last moment without a cut-off is 24 hours before the last of the day', () => {
    const { notice_cut_off_minute: _, ...policy } = FACTS.policy
    expect(codes({ policy }, ist('2026-11-23T23:59:59.999'))).toEqual([])
    expect(codes({ policy }, ist('2026-11-24T00:00:00'))).toEqual(LEAD)
  })

  test.each([
    ['2026-11-24T11:00:00', '2026-11-22T11:00:00', []],
    ['2026-11-24T11:00:00', '2026-11-22T10:59:59.999', LEAD],
    ['2026-11-24T11:00:00', '2026-11-23T23:00:00', []],
    ['2026-11-24T23:59:00', '2026-11-22T23:58:59.999', LEAD],
  ])('a debit at %s noticed at %s', (at, now, expected) => {
    expect(codes({ debit_at: ist(at) }, ist(now))).toEqual(expected)
  })

  test('a provider may want more notice, never less than the rail', () => {
    const policy = (hours: number) => ({ ...FACTS.policy, notice_lead_min_hours: hours })
    expect(codes({ policy: policy(0) }, ist('2026-11-24T00:00:00'))).toEqual(LEAD)
    expect(codes({ policy: policy(36) }, ist('2026-11-23T11:59:59.999'))).toEqual([])
    expect(codes({ policy: policy(36) }, ist('2026-11-23T12:00:00'))).toEqual(LEAD)
  })

  test('the cut-off closes tomorrow only', () => {
    const debit_date = isoDate('2026-11-25')
    expect(codes({ debit_date }, ist('2026-11-23T23:55:00'))).toEqual([])
  })

  test('the refusal names the days that are possible', () => {
    const now = ist('2026-11-22T10:00:00')
    const [violation] = checkRules(
      NOTICE_RULES,
      { ...FACTS, debit_date: isoDate('2026-11-25') },
      now,
    )
    expect(violation?.pointer).toBe('/debit_date')
    expect(violation?.limit).toMatchObject({
      earliest_debit_date: '2026-11-23',
      latest_debit_date: '2026-11-24',
    })
    expect(violation?.message).toContain('at most 48 hours ahead')
  })
})

describe('the amount fits the mandate', () => {
  const exact = { ...FACTS.mandate, amount_rule: 'exact', min_amount: null } as const
  test.each<[string, Partial<NoticeFacts>, string[]]>([
    ['max: the amount of the mandate', { amount: 50_000 }, []],
    ['max: one paisa more', { amount: 50_001 }, ['amount_outside_mandate']],
    ['max: the lower bound', { amount: 10_000 }, []],
    ['max: one paisa less', { amount: 9_999 }, ['amount_outside_mandate']],
    ['exact: that amount', { mandate: exact, amount: 50_000 }, []],
    ['exact: one paisa less', { mandate: exact, amount: 49_999 }, ['amount_outside_mandate']],
    ['exact: one paisa more', { mandate: exact, amount: 50_001 }, ['amount_outside_mandate']],
    [
      '99 paise',
      { mandate: { ...FACTS.mandate, min_amount: null }, amount: 99 },
      ['amount_below_minimum'],
    ],
  ])('%s', (_, change, expected) => expect(codes(change)).toEqual(expected))
})

describe('the day fits the mandate', () => {
  const on = (debit_date: string, change: Partial<NoticeFacts['mandate']> = {}) =>
    codes(
      { debit_date: isoDate(debit_date), mandate: { ...FACTS.mandate, ...change } },
      toInstant(ist(`${debit_date}T00:00:00`) - 36 * 3_600_000),
    )

  test.each([
    ['2026-11-19', ['debit_outside_validity']],
    ['2026-11-20', []],
    ['2026-12-20', []],
    ['2026-12-21', ['debit_outside_validity']],
  ])('validity: %s', (date, expected) => expect(on(date)).toEqual(expected))

  test.each([
    ['2026-12-04', ['debit_day_not_allowed']],
    ['2026-12-05', []],
    ['2026-12-06', ['debit_day_not_allowed']],
  ])('on day 5 of the month: %s', (date, expected) => {
    expect(on(date, { frequency: 'monthly', debit_rule: { type: 'on', day: 5 } })).toEqual(expected)
  })

  test('outside the validity the debit rule is not blamed as well', () => {
    const debit_rule = { type: 'on', day: 5 } as const
    expect(on('2026-12-21', { frequency: 'monthly', debit_rule })).toEqual([
      'debit_outside_validity',
    ])
  })
})

describe('the cycle still has something to give', () => {
  test.each([
    [{ attempts: 0, succeeded: false }, []],
    [{ attempts: 3, succeeded: false }, []],
    [{ attempts: 4, succeeded: false }, ['attempts_exhausted']],
    [{ attempts: 1, succeeded: true }, ['cycle_already_debited']],
  ])('%o', (cycle, expected) => expect(codes({ cycle })).toEqual(expected))

  test.each([
    [3, 3, ['attempts_exhausted']],
    [3, 2, []],
    [9, 4, ['attempts_exhausted']],
  ])('a provider with %i attempts, after %i', (attempts_max, attempts, expected) => {
    const policy = { ...FACTS.policy, attempts_max }
    expect(codes({ policy, cycle: { attempts, succeeded: false } })).toEqual(expected)
  })

  test('before 1 August 2025 only the provider limited attempts', () => {
    const mandate = { ...FACTS.mandate, start_date: isoDate('2025-01-01') }
    const debit_date = isoDate('2025-08-01')
    const cycle = { attempts: 9, succeeded: false }
    const policy = { ...FACTS.policy, attempts_max: 10 }
    const now = ist('2025-07-31T12:00:00')
    expect(istDate(now)).toBe('2025-07-31')
    expect(codes({ mandate, debit_date, cycle, policy }, now)).toEqual([])
    expect(codes({ mandate, debit_date, cycle }, now)).toEqual(['attempts_exhausted'])
    const next = { mandate, debit_date: isoDate('2025-08-02'), cycle, policy }
    expect(codes(next, ist('2025-08-01T12:00:00'))).toEqual(['attempts_exhausted'])
  })
})
