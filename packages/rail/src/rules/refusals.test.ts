import { describe, expect, test } from 'vitest'
import { isoDate } from '../calendar.ts'
import type { MandateTerms } from '../mandate-terms.ts'
import { checkRules } from './check-rules.ts'
import { explainRules } from './explain-rules.ts'
import type { AttemptFacts, NoticeFacts, RegistrationFacts } from './facts.ts'
import { ist, PLAIN_ATTEMPT, PLAIN_POLICY, PLAIN_TERMS } from './fixtures/plain.ts'
import type { Violation } from './rule.ts'
import { NOTICE_RULES, PRESENTATION_RULES, REGISTRATION_RULES } from './tables.ts'

const NOW = '2026-11-23T10:00:00'
const capped = { ...PLAIN_POLICY, amount_max_paise: 100_000 }
const terms = (change: Partial<MandateTerms>) => ({ ...PLAIN_TERMS, ...change })

/** The rule that refuses, the field, the numbers, and the sentence that the caller reads. */
type Says = readonly [string, string, object | undefined, string]

function saysOf({ rule, pointer, limit, message }: Violation): Says {
  return [rule, pointer, limit, message]
}

describe('a refused registration says', () => {
  const PLAIN: RegistrationFacts = {
    ...PLAIN_TERMS,
    start_date: isoDate('2026-11-23'),
    end_date: isoDate('2027-11-23'),
    flow: 'intent',
    mcc: '6010',
    approved_mccs: ['6010', '6211'],
    first_debit_amount: null,
    registration_expires_in_ms: null,
    notice_exemption: null,
    approved_exemptions: [],
    policy: PLAIN_POLICY,
  }
  const rows: readonly (readonly [Partial<RegistrationFacts>, Says])[] = [
    [
      { mcc: '5411' },
      [
        'account.mcc_approved',
        '/mcc',
        { approved: '6010, 6211' },
        'Category 5411 is not among the approved ones: 6010, 6211.',
      ],
    ],
    [
      { flow: 'collect' },
      [
        'registration.collect_category',
        '/flow',
        { mccs: '6012, 6211' },
        'Category 6010 may not register by collect; since 2026-02-28 only 6012 and 6211 may.',
      ],
    ],
    [
      { amount: 99 },
      ['amount.minimum', '/amount', { minimum_paise: 100 }, '₹0.99 is below the minimum of ₹1.00.'],
    ],
    [
      { amount: 100_001, policy: capped },
      [
        'amount.maximum',
        '/amount',
        { maximum_paise: 100_000 },
        '₹1,000.01 is above ₹1,000.00, the most that the provider takes.',
      ],
    ],
    [
      { amount_rule: 'exact', min_amount: 100 },
      [
        'amount.min_amount',
        '/min_amount',
        undefined,
        'min_amount ₹1.00 was sent with amount_rule exact, which has one amount only.',
      ],
    ],
    [
      { min_amount: 99 },
      [
        'amount.min_amount',
        '/min_amount',
        { minimum_paise: 100 },
        'min_amount ₹0.99 is below ₹1.00.',
      ],
    ],
    [
      { min_amount: 50_001 },
      [
        'amount.min_amount',
        '/min_amount',
        { maximum_paise: 50_000 },
        'min_amount ₹500.01 is above the amount of the mandate, ₹500.00.',
      ],
    ],
    [
      { debit_rule: { type: 'on', day: 5 } },
      [
        'recurrence.debit_rule',
        '/debit_rule',
        undefined,
        'A debit rule (on day 5) was sent with frequency daily, which has none.',
      ],
    ],
    [
      { frequency: 'weekly', debit_rule: { type: 'on', day: 8 } },
      [
        'recurrence.debit_rule',
        '/debit_rule/day',
        { first_day: 1, last_day: 7 },
        'Day 8 is outside 1-7, the days that frequency weekly has.',
      ],
    ],
    [
      { start_date: isoDate('2026-11-22') },
      [
        'mandate.start_date',
        '/start_date',
        { earliest: '2026-11-23' },
        'start_date 2026-11-22 lies before today, 2026-11-23 in Indian time.',
      ],
    ],
    [
      { end_date: isoDate('2026-11-22') },
      [
        'mandate.validity',
        '/end_date',
        { earliest: '2026-11-23' },
        'end_date 2026-11-22 lies before start_date 2026-11-23.',
      ],
    ],
    [
      { end_date: isoDate('2056-11-24') },
      [
        'mandate.validity',
        '/end_date',
        { latest: '2056-11-23' },
        'end_date 2056-11-24 is more than 30 years after start_date 2026-11-23; the latest is 2056-11-23.',
      ],
    ],
    [
      { amount_rule: 'exact', first_debit_amount: 100 },
      [
        'first_debit.amount',
        '/first_debit',
        undefined,
        'A first debit of ₹1.00 was sent with amount_rule exact, which allows none.',
      ],
    ],
    [
      { first_debit_amount: 99 },
      [
        'first_debit.amount',
        '/first_debit/amount',
        { minimum_paise: 100 },
        'A first debit of ₹0.99 is below the least debit of this mandate, ₹1.00.',
      ],
    ],
    [
      { min_amount: 1000, first_debit_amount: 999 },
      [
        'first_debit.amount',
        '/first_debit/amount',
        { minimum_paise: 1000 },
        'A first debit of ₹9.99 is below the least debit of this mandate, ₹10.00.',
      ],
    ],
    [
      { first_debit_amount: 50_000 },
      [
        'first_debit.amount',
        '/first_debit/amount',
        { below_paise: 50_000 },
        'A first debit of ₹500.00 is not below the amount of the mandate, ₹500.00.',
      ],
    ],
    [
      { registration_expires_in_ms: 59_999 },
      [
        'registration.expiry',
        '/registration_expires_in',
        { minimum_minutes: 1, maximum_days: 30 },
        '59.999 seconds are outside 1 minute to 30 days.',
      ],
    ],
    [
      { registration_expires_in_ms: 2_592_000_001 },
      [
        'registration.expiry',
        '/registration_expires_in',
        { minimum_minutes: 1, maximum_days: 30 },
        '2592000.001 seconds are outside 1 minute to 30 days.',
      ],
    ],
  ]

  test.each(rows)('%j: %j', (change, says) => {
    const found = checkRules(REGISTRATION_RULES, { ...PLAIN, ...change }, ist(NOW))
    expect(found.map(saysOf)).toEqual([says])
  })

  test('nothing where a limit is met exactly', () => {
    const edge = { min_amount: 50_000, amount: 50_000, approved_mccs: ['6010'] }
    expect(checkRules(REGISTRATION_RULES, { ...PLAIN, ...edge }, ist(NOW))).toEqual([])
    const most = { amount: 100_000, policy: capped, first_debit_amount: 99_999 }
    expect(checkRules(REGISTRATION_RULES, { ...PLAIN, ...most }, ist(NOW))).toEqual([])
  })
})

describe('a refused notice says', () => {
  const PLAIN: NoticeFacts = {
    amount: 50_000,
    mandate: PLAIN_TERMS,
    debit_date: isoDate('2026-11-24'),
    debit_at: null,
    cycle: { attempts: 0, succeeded: false },
    policy: { ...PLAIN_POLICY, notice_cut_off_minute: 1425 },
  }
  const eleven = { debit_at: ist('2026-11-24T11:00:00') }
  const window = (earliest: string, latest: string) => ({
    lead_min_hours: 24,
    lead_max_hours: 48,
    earliest_debit_date: earliest,
    latest_debit_date: latest,
  })
  const rows: readonly (readonly [string, Partial<NoticeFacts>, Says])[] = [
    [
      NOW,
      { amount: 50_001 },
      [
        'amount.mandate_rule',
        '/amount',
        { minimum_paise: 0, maximum_paise: 50_000 },
        '₹500.01 is not possible under this mandate, which allows at most ₹500.00.',
      ],
    ],
    [
      NOW,
      { amount: 49_999, mandate: terms({ amount_rule: 'exact' }) },
      [
        'amount.mandate_rule',
        '/amount',
        { minimum_paise: 50_000, maximum_paise: 50_000 },
        '₹499.99 is not possible under this mandate, which allows exactly ₹500.00.',
      ],
    ],
    [
      NOW,
      { amount: 9_999, mandate: terms({ min_amount: 10_000 }) },
      [
        'amount.mandate_rule',
        '/amount',
        { minimum_paise: 10_000, maximum_paise: 50_000 },
        '₹99.99 is not possible under this mandate, which allows at least ₹100.00 and at most ₹500.00.',
      ],
    ],
    [
      NOW,
      { mandate: terms({ end_date: isoDate('2026-11-23') }) },
      [
        'mandate.debit_in_validity',
        '/debit_date',
        { earliest: '2020-01-01', latest: '2026-11-23' },
        '2026-11-24 lies outside the validity of the mandate, 2020-01-01 to 2026-11-23.',
      ],
    ],
    [
      NOW,
      { ...eleven, mandate: terms({ end_date: isoDate('2026-11-23') }) },
      [
        'mandate.debit_in_validity',
        '/debit_at',
        { earliest: '2020-01-01', latest: '2026-11-23' },
        '2026-11-24 lies outside the validity of the mandate, 2020-01-01 to 2026-11-23.',
      ],
    ],
    [
      NOW,
      { mandate: terms({ frequency: 'monthly', debit_rule: { type: 'on', day: 25 } }) },
      [
        'recurrence.debit_day',
        '/debit_date',
        { from: '2026-11-25', until: '2026-11-25' },
        '2026-11-24 is not a debit day: the monthly rule "on day 25" allows 2026-11-25 in the cycle 2026-11-01 to 2026-11-30.',
      ],
    ],
    [
      NOW,
      { ...eleven, mandate: terms({ frequency: 'weekly', debit_rule: { type: 'after', day: 4 } }) },
      [
        'recurrence.debit_day',
        '/debit_at',
        { from: '2026-11-26', until: '2026-11-29' },
        '2026-11-24 is not a debit day: the weekly rule "after day 4" allows 2026-11-26 to 2026-11-29 in the cycle 2026-11-23 to 2026-11-29.',
      ],
    ],
    [
      NOW,
      {
        mandate: terms({
          start_date: isoDate('2026-11-10'),
          frequency: 'monthly',
          debit_rule: { type: 'before', day: 9 },
        }),
      },
      [
        'recurrence.debit_day',
        '/debit_date',
        undefined,
        '2026-11-24 is not a debit day: the monthly rule "before day 9" allows no day in the cycle 2026-11-01 to 2026-11-30.',
      ],
    ],
    [
      '2026-11-24T00:00:00',
      {},
      [
        'notice.lead_window',
        '/debit_date',
        window('2026-11-25', '2026-11-26'),
        'A notice now for 2026-11-24 is too late: the debit must be at least 24 hours ahead, so not before 2026-11-25 00:00:00 IST.',
      ],
    ],
    [
      '2026-11-21T23:59:59.999',
      {},
      [
        'notice.lead_window',
        '/debit_date',
        window('2026-11-22', '2026-11-23'),
        'A notice now for 2026-11-24 is too early: the debit may be at most 48 hours ahead, so begin by 2026-11-23 23:59:59 IST.',
      ],
    ],
    [
      '2026-11-22T10:59:59',
      eleven,
      [
        'notice.lead_window',
        '/debit_at',
        window('2026-11-23', '2026-11-24'),
        'A notice now for 2026-11-24 11:00:00 IST is too early: the debit may be at most 48 hours ahead, so begin by 2026-11-24 10:59:59 IST.',
      ],
    ],
    [
      '2026-11-23T23:45:00',
      {},
      [
        'notice.cut_off',
        '/debit_date',
        { cut_off: '23:45' },
        'Notices for 2026-11-24 closed at 23:45 Indian time; it is 2026-11-23 23:45:00 IST.',
      ],
    ],
    [
      '2026-11-23T23:45:00',
      { debit_at: ist('2026-11-24T23:50:00') },
      [
        'notice.cut_off',
        '/debit_at',
        { cut_off: '23:45' },
        'Notices for 2026-11-24 closed at 23:45 Indian time; it is 2026-11-23 23:45:00 IST.',
      ],
    ],
    [
      '2026-11-23T00:01:00',
      { policy: { ...PLAIN_POLICY, notice_cut_off_minute: 1 } },
      [
        'notice.cut_off',
        '/debit_date',
        { cut_off: '00:01' },
        'Notices for 2026-11-24 closed at 00:01 Indian time; it is 2026-11-23 00:01:00 IST.',
      ],
    ],
    [
      NOW,
      { cycle: { attempts: 1, succeeded: true } },
      [
        'cycle.one_success',
        '',
        { successes: 1 },
        'This cycle has 1 successful debit, and may have only 1.',
      ],
    ],
    [
      NOW,
      { cycle: { attempts: 4, succeeded: false } },
      [
        'presentation.attempt_limit',
        '',
        { attempts: 4 },
        'This cycle has spent 4 of its 4 attempts.',
      ],
    ],
  ]

  test.each(rows)('at %s %j: %j', (now, change, says) => {
    const found = checkRules(NOTICE_RULES, { ...PLAIN, ...change }, ist(now))
    expect(found.map(saysOf)).toEqual([says])
  })

  test('a provider without a cut-off closes tomorrow at no minute', () => {
    const facts = { ...PLAIN, policy: PLAIN_POLICY }
    expect(checkRules(NOTICE_RULES, facts, ist('2026-11-23T23:59:59.999'))).toEqual([])
  })

  test('the last millisecond before the cut-off will do', () => {
    expect(checkRules(NOTICE_RULES, PLAIN, ist('2026-11-23T23:44:59.999'))).toEqual([])
  })

  test('an exact mandate takes its amount, one with a lower bound the bound', () => {
    const exact = { ...PLAIN, mandate: terms({ amount_rule: 'exact' }) }
    const least = { ...PLAIN, amount: 10_000, mandate: terms({ min_amount: 10_000 }) }
    expect(checkRules(NOTICE_RULES, exact, ist(NOW))).toEqual([])
    expect(checkRules(NOTICE_RULES, least, ist(NOW))).toEqual([])
  })
})

describe('a refused debit says', () => {
  const INSTANT: AttemptFacts = {
    ...PLAIN_ATTEMPT,
    instant: true,
    notice: null,
    any_success: false,
  }
  const ended = (end_date: string) => ({
    mandate: { ...PLAIN_ATTEMPT.mandate, end_date: isoDate(end_date) },
  })
  const wish = (at: string, reason: 'requested_time' | 'next_window') => ({
    not_before: { at: ist(at), reason },
  })
  const rows: readonly (readonly [AttemptFacts, string, Partial<AttemptFacts>, Says])[] = [
    [
      PLAIN_ATTEMPT,
      '2026-11-24T08:00:00',
      { notice: null },
      [
        'notice.required',
        '/notification_id',
        undefined,
        'This mandate has no exemption, and the debit names no notice.',
      ],
    ],
    [
      PLAIN_ATTEMPT,
      '2026-11-24T08:00:00',
      ended('2026-11-23'),
      [
        'mandate.debit_in_validity',
        '/notification_id',
        { earliest: '2020-01-01', latest: '2026-11-23' },
        '2026-11-24 lies outside the validity of the mandate, 2020-01-01 to 2026-11-23.',
      ],
    ],
    [
      PLAIN_ATTEMPT,
      '2026-11-24T08:00:00',
      { ...ended('2026-11-23'), notice: null, notice_exempt: true },
      [
        'mandate.debit_in_validity',
        '',
        { earliest: '2020-01-01', latest: '2026-11-23' },
        '2026-11-24 lies outside the validity of the mandate, 2020-01-01 to 2026-11-23.',
      ],
    ],
    [
      PLAIN_ATTEMPT,
      '2026-11-25T00:00:00',
      {},
      [
        'presentation.window',
        '',
        { until: '2026-11-25 00:00:00 IST' },
        'The window of this debit ended at 2026-11-25 00:00:00 IST; it is 2026-11-25 00:00:00 IST.',
      ],
    ],
    [
      PLAIN_ATTEMPT,
      '2026-11-24T08:00:00',
      wish('2026-11-25T01:00:00', 'requested_time'),
      [
        'presentation.window',
        '',
        { until: '2026-11-25 00:00:00 IST' },
        'The earliest moment possible is 2026-11-25 01:00:00 IST, but the window of this debit ends at 2026-11-25 00:00:00 IST.',
      ],
    ],
    [
      PLAIN_ATTEMPT,
      '2026-11-24T08:00:00',
      { cycle: { attempts: 4, succeeded: false } },
      [
        'presentation.attempt_limit',
        '',
        { attempts: 4 },
        'This cycle has spent 4 of its 4 attempts.',
      ],
    ],
    [
      INSTANT,
      '2026-11-20T11:05:00.001',
      {},
      [
        'instant.window',
        '/instant',
        { minutes: 5, until: '2026-11-20 11:05:00 IST' },
        'The mandate became active at 2026-11-20 11:00:00 IST; its 5 minutes for an instant debit end at 2026-11-20 11:05:00 IST, and the debit is asked for at 2026-11-20 11:05:00 IST.',
      ],
    ],
    [
      INSTANT,
      '2026-11-20T11:01:00',
      wish('2026-11-20T13:00:00', 'next_window'),
      [
        'instant.window',
        '/instant',
        { minutes: 5, until: '2026-11-20 11:05:00 IST' },
        'The mandate became active at 2026-11-20 11:00:00 IST; its 5 minutes for an instant debit end at 2026-11-20 11:05:00 IST, and the debit is asked for at 2026-11-20 13:00:00 IST.',
      ],
    ],
    [
      INSTANT,
      '2026-11-20T11:01:00',
      { cycle: { attempts: 1, succeeded: false } },
      [
        'instant.attempts',
        '/instant',
        { attempts: 1 },
        'The instant debit has been tried 1 of 1 times.',
      ],
    ],
    [
      INSTANT,
      '2026-11-20T11:01:00',
      ended('2026-11-19'),
      [
        'mandate.debit_in_validity',
        '/instant',
        { earliest: '2020-01-01', latest: '2026-11-19' },
        '2026-11-20 lies outside the validity of the mandate, 2020-01-01 to 2026-11-19.',
      ],
    ],
  ]

  test.each(rows)('%#', (plain, now, change, says) => {
    const found = checkRules(PRESENTATION_RULES, { ...plain, ...change }, ist(now))
    expect(found.map(saysOf)).toEqual([says])
  })

  test('a notified debit belongs to the day of its notice, whenever it is planned', () => {
    const found = checkRules(
      PRESENTATION_RULES,
      { ...PLAIN_ATTEMPT, ...ended('2026-11-23') },
      ist('2026-11-23T09:00:00'),
    )
    expect(found.map(({ rule }) => rule)).toEqual(['mandate.debit_in_validity'])
  })

  test('an instant debit of a mandate that ends today is made today', () => {
    const facts = { ...INSTANT, ...ended('2026-11-20') }
    expect(checkRules(PRESENTATION_RULES, facts, ist('2026-11-20T11:01:00'))).toEqual([])
  })

  test('an instant debit asked for at a moment that has passed is judged now', () => {
    const facts = { ...INSTANT, ...wish('2026-11-20T11:00:30', 'requested_time') }
    expect(checkRules(PRESENTATION_RULES, facts, ist('2026-11-20T11:05:00'))).toEqual([])
    expect(checkRules(PRESENTATION_RULES, facts, ist('2026-11-20T11:05:00.001'))).toHaveLength(1)
  })
})

describe('an explanation says of each rule whether it holds, and why', () => {
  const said = (facts: AttemptFacts, now: string) =>
    explainRules(facts, ist(now)).map(
      ({ rule, holds, message, limit }) =>
        `${holds ? '+' : '-'} ${rule.id}: ${message}${limit === undefined ? '' : ` ${JSON.stringify(limit)}`}`,
    )

  test('a debit that nothing holds', () => {
    const facts = {
      ...PLAIN_ATTEMPT,
      last_attempt_at: ist('2026-11-24T08:30:00'),
      policy: capped,
    }
    expect(said(facts, '2026-11-24T09:30:00')).toEqual([
      '+ account.debits_stopped: The merchant has not stopped the debits of this account.',
      '+ notice.required: The notice for 2026-11-24 announces this debit.',
      '+ amount.minimum: ₹500.00 is not below the minimum of ₹1.00.',
      '+ amount.maximum: ₹500.00 is not above ₹1,000.00, the most that the provider takes.',
      '+ amount.mandate_rule: ₹500.00 fits the mandate, which allows at most ₹2,00,000.00.',
      '+ mandate.debit_in_validity: 2026-11-24 lies within the validity of the mandate, 2020-01-01 to 2040-01-01.',
      '+ cycle.one_success: This cycle has 0 successful debits, and may have 1.',
      '+ presentation.attempt_limit: This cycle has spent 0 of its 4 attempts.',
      '+ presentation.window: The window of this debit is open until 2026-11-25 00:00:00 IST.',
      '+ presentation.debit_date: The notice names 2026-11-24 00:00:00 IST, which has come.',
      '+ notice.lead_time: The notice reached the payer at 2026-11-23 08:00:00 IST, 24 hours ago or more.',
      '+ presentation.attempt_spacing: The last attempt was 60 minutes ago or more.',
      '+ presentation.off_peak: 2026-11-24 09:30:00 IST lies outside peak hours (10:00-13:00, 17:00-21:30).',
      '+ afa.first_debit: A debit of this mandate has succeeded before.',
      '+ afa.amount_limit: ₹500.00 is not above ₹15,000.00, the limit without the PIN for category 6010.',
    ])
  })

  test('a debit that everything holds', () => {
    const facts = {
      ...PLAIN_ATTEMPT,
      amount: 1_500_001,
      any_success: false,
      last_attempt_at: ist('2026-11-24T09:00:00.001'),
      notice: {
        delivered_at: ist('2026-11-23T10:30:00'),
        debit_date: isoDate('2026-11-24'),
        debit_at: ist('2026-11-24T12:00:00'),
      },
    }
    expect(said(facts, '2026-11-24T10:00:00').filter((line) => line.startsWith('-'))).toEqual([
      '- presentation.debit_date: The notice names 2026-11-24 12:00:00 IST; it is 2026-11-24 10:00:00 IST. {"earliest":"2026-11-24 12:00:00 IST"}',
      '- notice.lead_time: The notice reached the payer at 2026-11-23 10:30:00 IST; 24 hours have passed at 2026-11-24 10:30:00 IST. {"lead_hours":24,"earliest":"2026-11-24 10:30:00 IST"}',
      '- presentation.attempt_spacing: The last attempt was less than 60 minutes ago; the next may be made at 2026-11-24 10:00:00 IST. {"spacing_minutes":60,"earliest":"2026-11-24 10:00:00 IST"}',
      '- presentation.off_peak: 2026-11-24 10:00:00 IST lies in peak hours (10:00-13:00, 17:00-21:30); the next off-peak window begins at 2026-11-24 13:00:00 IST. {"earliest":"2026-11-24 13:00:00 IST"}',
      '- afa.first_debit: No debit of this mandate has succeeded yet, so the payer enters the PIN.',
      '- afa.amount_limit: ₹15,000.01 is above ₹15,000.00, the limit without the PIN for category 6010. {"limit_paise":1500000}',
    ])
  })

  test('an instant debit', () => {
    const facts = { ...PLAIN_ATTEMPT, instant: true, notice: null, any_success: false }
    expect(said(facts, '2026-11-20T11:01:00').slice(6)).toEqual([
      '+ instant.attempts: The instant debit has been tried 0 of 1 times.',
      '+ instant.window: The mandate became active at 2026-11-20 11:00:00 IST; an instant debit is possible until 2026-11-20 11:05:00 IST.',
      '+ afa.amount_limit: ₹500.00 is not above ₹15,000.00, the limit without the PIN for category 6010.',
    ])
  })
})

describe('waits end at their moment', () => {
  const notice = {
    delivered_at: ist('2026-11-23T08:00:00'),
    debit_date: isoDate('2026-11-24'),
    debit_at: ist('2026-11-24T14:00:00'),
  }
  const holds = (rule: string, facts: AttemptFacts, now: string) =>
    explainRules(facts, ist(now)).find((one) => one.rule.id === rule)?.holds

  test.each([
    ['notice.lead_time', '2026-11-24T07:59:59.999', false],
    ['notice.lead_time', '2026-11-24T08:00:00', true],
    ['presentation.debit_date', '2026-11-24T13:59:59.999', false],
    ['presentation.debit_date', '2026-11-24T14:00:00', true],
    ['presentation.attempt_spacing', '2026-11-24T14:59:59.999', false],
    ['presentation.attempt_spacing', '2026-11-24T15:00:00', true],
    ['presentation.off_peak', '2026-11-24T16:59:59.999', true],
    ['presentation.off_peak', '2026-11-24T17:00:00', false],
  ])('%s at %s: %s', (rule, now, expected) => {
    const facts = { ...PLAIN_ATTEMPT, notice, last_attempt_at: ist('2026-11-24T14:00:00') }
    expect(holds(rule, facts, now)).toBe(expected)
  })
})

describe('a row that cites its source goes with each refusal', () => {
  test.each([
    ['2026-04-20T12:00:00', 'rbi-2020', '2026-04-20'],
    ['2026-04-21T12:00:00', 'rbi-2026', undefined],
  ])('at %s: %s', (now, source, until) => {
    const [violation] = checkRules(PRESENTATION_RULES, { ...PLAIN_ATTEMPT, notice: null }, ist(now))
    expect(violation?.row).toMatchObject({ id: 'notice.required', source })
    expect(violation?.row.effective_until).toBe(until)
    expect(violation?.row).not.toHaveProperty('check')
  })
})
