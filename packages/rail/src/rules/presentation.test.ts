import { describe, expect, test } from 'vitest'
import { formatIst, isoDate, toInstant } from '../calendar.ts'
import { checkRules } from './check-rules.ts'
import { debitWindow } from './debit-window.ts'
import { earliestAttempt } from './earliest-attempt.ts'
import { explainRules } from './explain-rules.ts'
import type { AttemptFacts } from './facts.ts'
import { pinRequired } from './pin-required.ts'
import { PRESENTATION_RULES } from './tables.ts'

const ist = (local: string) => toInstant(Date.parse(`${local}+05:30`))

const NOTIFIED: AttemptFacts = {
  mandate: {
    amount: 20_000_000,
    amount_rule: 'max',
    min_amount: null,
    frequency: 'daily',
    debit_rule: null,
    start_date: isoDate('2020-01-01'),
    end_date: isoDate('2040-01-01'),
  },
  mcc: '6010',
  amount: 50_000,
  instant: false,
  notice_exempt: false,
  debits_stopped: false,
  activated_at: ist('2026-11-20T11:00:00'),
  notice: {
    delivered_at: ist('2026-11-23T08:00:00'),
    debit_date: isoDate('2026-11-24'),
    debit_at: null,
  },
  cycle: { attempts: 0, succeeded: false },
  last_attempt_at: null,
  any_success: true,
  not_before: null,
  policy: {
    notice_lead_min_hours: 24,
    notice_lead_max_hours: 48,
    attempts_max: 4,
    attempt_spacing_minutes: 60,
    pin_expiry_minutes: 30,
    instant_attempts_max: 1,
  },
}
const INSTANT: AttemptFacts = { ...NOTIFIED, instant: true, notice: null, any_success: false }

function earliest(change: Partial<AttemptFacts>, now: string, base = NOTIFIED) {
  const found = earliestAttempt({ ...base, ...change }, ist(now))
  return found === null ? null : [formatIst(found.at), found.reason]
}

function codes(facts: AttemptFacts, now: string): string[] {
  return checkRules(PRESENTATION_RULES, facts, ist(now)).map(({ code }) => code)
}

describe('the window of a notice', () => {
  const policy = NOTIFIED.policy
  test.each([
    ['early notice: from midnight', '2026-11-22T08:00:00', null, '2026-11-24 00:00:00 IST'],
    ['late notice: from its 24th hour', '2026-11-23T08:00:00', null, '2026-11-24 08:00:00 IST'],
    ['a named moment', '2026-11-23T08:00:00', '2026-11-24T18:00:00', '2026-11-24 18:00:00 IST'],
    [
      'a named moment, but late notice',
      '2026-11-23T20:00:00',
      '2026-11-24T18:00:00',
      '2026-11-24 20:00:00 IST',
    ],
  ])('%s', (_, delivered, named, from) => {
    const notice = {
      delivered_at: ist(delivered),
      debit_date: isoDate('2026-11-24'),
      debit_at: named === null ? null : ist(named),
    }
    const window = debitWindow(notice, policy)
    expect([formatIst(window.from), formatIst(window.until)]).toEqual([
      from,
      '2026-11-25 00:00:00 IST',
    ])
  })
})

describe('the earliest moment of an attempt', () => {
  const early = { ...NOTIFIED.notice, delivered_at: ist('2026-11-22T08:00:00') } as const
  const notice = { debit_date: isoDate('2026-11-24'), debit_at: null, ...early }
  const asked = (at: string, reason: 'requested_time' | 'next_window') => ({
    not_before: { at: ist(at), reason },
  })

  test.each<[string, Partial<AttemptFacts>, string, [string, string | null] | null]>([
    ['now, in an open window', {}, '2026-11-24T08:00:00', ['2026-11-24 08:00:00 IST', null]],
    ['the lead time', {}, '2026-11-24T07:59:59', ['2026-11-24 08:00:00 IST', 'notice_lead_time']],
    ['the day', { notice }, '2026-11-23T22:00:00', ['2026-11-24 00:00:00 IST', 'debit_date']],
    ['peak hours', {}, '2026-11-24T10:00:00', ['2026-11-24 13:00:00 IST', 'peak_hours']],
    [
      'the pause',
      { last_attempt_at: ist('2026-11-24T08:10:00') },
      '2026-11-24T08:20:00',
      ['2026-11-24 09:10:00 IST', 'attempt_spacing'],
    ],
    [
      'the pause into peak hours',
      { last_attempt_at: ist('2026-11-24T09:00:00') },
      '2026-11-24T09:20:00',
      ['2026-11-24 13:00:00 IST', 'peak_hours'],
    ],
    [
      'the time asked for',
      asked('2026-11-24T15:00:00', 'requested_time'),
      '2026-11-24T08:00:00',
      ['2026-11-24 15:00:00 IST', 'requested_time'],
    ],
    [
      'the window asked for',
      asked('2026-11-24T13:00:00', 'next_window'),
      '2026-11-24T08:00:00',
      ['2026-11-24 13:00:00 IST', 'next_window'],
    ],
    [
      'the time asked for, in peak hours',
      asked('2026-11-24T18:00:00', 'requested_time'),
      '2026-11-24T08:00:00',
      ['2026-11-24 21:30:00 IST', 'peak_hours'],
    ],
    [
      'the last millisecond of the day',
      {},
      '2026-11-24T23:59:59.999',
      ['2026-11-24 23:59:59 IST', null],
    ],
    ['none after the day', {}, '2026-11-25T00:00:00', null],
    [
      'none when asked for the next day',
      asked('2026-11-25T00:00:00', 'requested_time'),
      '2026-11-24T08:00:00',
      null,
    ],
    [
      'none when the pause ends with the day',
      { last_attempt_at: ist('2026-11-24T23:00:00') },
      '2026-11-24T23:00:00',
      null,
    ],
  ])('%s', (_, change, now, expected) => expect(earliest(change, now)).toEqual(expected))

  test.each([
    ['in peak hours as well', '2026-11-20T11:00:00', ['2026-11-20 11:00:00 IST', null]],
    ['at the end of five minutes', '2026-11-20T11:05:00', ['2026-11-20 11:05:00 IST', null]],
    ['not a millisecond later', '2026-11-20T11:05:00.001', null],
  ])('an instant debit: %s', (_, now, expected) => {
    expect(earliest({}, now, INSTANT)).toEqual(expected)
  })
})

describe('what refuses a debit', () => {
  test.each<[string, AttemptFacts, string, string[]]>([
    ['nothing', NOTIFIED, '2026-11-24T08:00:00', []],
    ['not the wait for peak hours to end', NOTIFIED, '2026-11-24T11:00:00', []],
    ['the end of the day', NOTIFIED, '2026-11-25T00:00:00', ['debit_window_closed']],
    [
      'a paid cycle',
      { ...NOTIFIED, cycle: { attempts: 1, succeeded: true } },
      '2026-11-24T08:00:00',
      ['cycle_already_debited'],
    ],
    [
      'a spent cycle',
      { ...NOTIFIED, cycle: { attempts: 4, succeeded: false } },
      '2026-11-24T08:00:00',
      ['attempts_exhausted'],
    ],
    [
      'a mandate that ended since',
      { ...NOTIFIED, mandate: { ...NOTIFIED.mandate, end_date: isoDate('2026-11-23') } },
      '2026-11-24T08:00:00',
      ['debit_outside_validity'],
    ],
    [
      'an amount above the mandate',
      { ...NOTIFIED, amount: 20_000_001 },
      '2026-11-24T08:00:00',
      ['amount_outside_mandate'],
    ],
    ['instant: nothing', INSTANT, '2026-11-20T11:05:00', []],
    ['instant: the sixth minute', INSTANT, '2026-11-20T11:05:00.001', ['instant_window_closed']],
    [
      'instant: a second try',
      { ...INSTANT, cycle: { attempts: 1, succeeded: false } },
      '2026-11-20T11:01:00',
      ['attempts_exhausted'],
    ],
    [
      'instant: a second try a minute after the first, the window still open',
      {
        ...INSTANT,
        cycle: { attempts: 1, succeeded: false },
        last_attempt_at: ist('2026-11-20T11:01:00'),
      },
      '2026-11-20T11:02:00',
      ['attempts_exhausted'],
    ],
    [
      'instant: asked for at a moment after the window',
      {
        ...INSTANT,
        not_before: { at: ist('2026-11-20T13:00:00'), reason: 'next_window' },
      },
      '2026-11-20T11:01:00',
      ['instant_window_closed'],
    ],
    [
      'instant: 99 paise',
      { ...INSTANT, amount: 99 },
      '2026-11-20T11:01:00',
      ['amount_below_minimum'],
    ],
    [
      'instant: not a later start date',
      { ...INSTANT, mandate: { ...INSTANT.mandate, start_date: isoDate('2026-12-01') } },
      '2026-11-20T11:01:00',
      [],
    ],
  ])('%s', (_, facts, now, expected) => expect(codes(facts, now)).toEqual(expected))
})

describe('the PIN', () => {
  const first = 'afa.first_debit'
  const limit = 'afa.amount_limit'
  test.each<[string, string, Partial<AttemptFacts>, string | null]>([
    ['exactly 15,000.00', '2026-11-24', { amount: 1_500_000 }, null],
    ['15,000.01', '2026-11-24', { amount: 1_500_001 }, limit],
    [
      'exactly 1,00,000.00 for a mutual fund',
      '2026-11-24',
      { mcc: '6211', amount: 10_000_000 },
      null,
    ],
    ['1,00,000.01 for a mutual fund', '2026-11-24', { mcc: '6211', amount: 10_000_001 }, limit],
    ['15,000.01 for a credit card bill', '2026-11-24', { mcc: '5413', amount: 1_500_001 }, null],
    [
      'the same under a category that is not on the list',
      '2026-11-24',
      { mcc: '5473', amount: 1_500_001 },
      limit,
    ],
    ['the higher limit on its first day', '2023-12-14', { mcc: '6300', amount: 1_500_001 }, null],
    ['and the day before', '2023-12-13', { mcc: '6300', amount: 1_500_001 }, limit],
    ['15,000 on its first day', '2022-06-16', { amount: 1_500_000 }, null],
    ['and the day before', '2022-06-15', { amount: 1_500_000 }, limit],
    ['5,000.00 before that', '2022-06-15', { amount: 500_000 }, null],
    ['5,000.01 before that', '2022-06-15', { amount: 500_001 }, limit],
    ['5,000.00 on the first day', '2021-01-01', { amount: 500_000 }, null],
    ['2,000.00 before that', '2020-12-31', { amount: 200_000 }, null],
    ['2,000.01 before that', '2020-12-31', { amount: 200_001 }, limit],
    [
      'one rupee until a debit has succeeded',
      '2026-11-24',
      { amount: 100, any_success: false },
      first,
    ],
    ['an instant first debit of 15,000.00', '2026-11-24', { ...INSTANT, amount: 1_500_000 }, null],
    ['an instant first debit of 15,000.01', '2026-11-24', { ...INSTANT, amount: 1_500_001 }, limit],
  ])('%s on %s', (_, day, change, rule) => {
    const found = pinRequired({ ...NOTIFIED, ...change }, ist(`${day}T14:00:00`))
    expect(found?.rule ?? null).toBe(rule)
  })
})

describe('the explanation of a debit', () => {
  const said = (facts: AttemptFacts, now: string) =>
    explainRules(facts, ist(now)).map(({ rule, holds }) => `${holds ? '+' : '-'} ${rule.id}`)

  test('lists every rule that applies, those that hold too', () => {
    expect(said(NOTIFIED, '2026-11-24T11:00:00')).toEqual([
      '+ account.debits_stopped',
      '+ notice.required',
      '+ amount.minimum',
      '+ amount.mandate_rule',
      '+ mandate.debit_in_validity',
      '+ cycle.one_success',
      '+ presentation.attempt_limit',
      '+ presentation.window',
      '+ presentation.debit_date',
      '+ notice.lead_time',
      '- presentation.off_peak',
      '+ afa.first_debit',
      '+ afa.amount_limit',
    ])
  })

  test('an instant debit has rules of its own, and neither notice nor peak hours', () => {
    expect(said(INSTANT, '2026-11-20T11:06:00')).toEqual([
      '+ account.debits_stopped',
      '+ amount.minimum',
      '+ amount.mandate_rule',
      '+ mandate.debit_in_validity',
      '+ cycle.one_success',
      '+ presentation.attempt_limit',
      '+ instant.attempts',
      '- instant.window',
      '+ afa.amount_limit',
    ])
  })

  test('says numbers in every sentence, whether the rule holds or not', () => {
    const worst: AttemptFacts = {
      ...NOTIFIED,
      amount: 30_000_000,
      last_attempt_at: ist('2026-11-24T07:00:00'),
      cycle: { attempts: 4, succeeded: true },
      mandate: { ...NOTIFIED.mandate, end_date: isoDate('2026-11-23') },
    }
    for (const facts of [NOTIFIED, INSTANT, worst])
      for (const now of ['2026-11-20T11:01:00', '2026-11-23T11:00:00', '2026-11-25T08:00:00'])
        for (const { rule, message } of explainRules(facts, ist(now)))
          if (rule.id !== 'afa.first_debit' && rule.id !== 'account.debits_stopped')
            expect([rule.id, message]).toEqual([rule.id, expect.stringMatching(/\d/)])
  })

  test('names when the wait ends', () => {
    const peak = explainRules(NOTIFIED, ist('2026-11-24T11:00:00')).find(({ holds }) => !holds)
    expect(peak?.message).toBe(
      '2026-11-24 11:00:00 IST lies in peak hours (10:00-13:00, 17:00-21:30); the next off-peak window begins at 2026-11-24 13:00:00 IST.',
    )
    expect(peak?.limit).toEqual({ earliest: '2026-11-24 13:00:00 IST' })
  })
})
