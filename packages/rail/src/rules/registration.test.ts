import { describe, expect, test } from 'vitest'
import { isoDate, toInstant } from '../calendar.ts'
import { FREQUENCIES } from '../vocabulary.ts'
import { checkRules } from './check-rules.ts'
import type { RegistrationFacts } from './facts.ts'
import { RULES } from './rule-table.ts'
import { REGISTRATION_RULES } from './tables.ts'

const NOW = toInstant(Date.parse('2026-11-22T10:00:00+05:30'))
const DAY_MS = 86_400_000

const FACTS: RegistrationFacts = {
  flow: 'intent',
  mcc: '6010',
  approved_mccs: ['6010', '6211'],
  amount: 50_000,
  amount_rule: 'max',
  min_amount: null,
  frequency: 'daily',
  debit_rule: null,
  start_date: isoDate('2026-11-22'),
  end_date: isoDate('2027-11-22'),
  first_debit_amount: null,
  registration_expires_in_ms: null,
  notice_exemption: null,
  approved_exemptions: [],
  policy: {
    notice_lead_min_hours: 24,
    notice_lead_max_hours: 48,
    attempts_max: 4,
    attempt_spacing_minutes: 60,
    pin_expiry_minutes: 30,
    instant_attempts_max: 1,
  },
}

function codes(change: Partial<RegistrationFacts>, now = NOW): string[] {
  return checkRules(REGISTRATION_RULES, { ...FACTS, ...change }, now).map(({ code }) => code)
}

test('a plain mandate breaks no rule', () => expect(codes({})).toEqual([]))

test('every broken rule is told, in order of precedence', () => {
  expect(
    codes({ mcc: '5411', amount: 99, start_date: isoDate('2026-11-21'), first_debit_amount: 99 }),
  ).toEqual([
    'mcc_not_approved',
    'amount_below_minimum',
    'start_date_in_past',
    'first_debit_invalid',
  ])
})

test.each<[string, Partial<RegistrationFacts>, string[]]>([
  ['one rupee is enough', { amount: 100 }, []],
  ['99 paise are not', { amount: 99 }, ['amount_below_minimum']],
  ['a category that is not approved', { mcc: '6012' }, ['mcc_not_approved']],
  ['a lower bound of one rupee', { min_amount: 100 }, []],
  ['a lower bound of 99 paise', { min_amount: 99 }, ['min_amount_invalid']],
  ['a lower bound equal to the amount', { min_amount: 50_000 }, []],
  ['a lower bound one paisa above it', { min_amount: 50_001 }, ['min_amount_invalid']],
  [
    'a lower bound with an exact amount',
    { amount_rule: 'exact', min_amount: 100 },
    ['min_amount_invalid'],
  ],
  ['start yesterday in Indian time', { start_date: isoDate('2026-11-21') }, ['start_date_in_past']],
  ['one day of validity', { end_date: isoDate('2026-11-22') }, []],
  ['end before start', { end_date: isoDate('2026-11-21') }, ['validity_invalid']],
  ['30 years of validity', { end_date: isoDate('2056-11-22') }, []],
  ['30 years and a day', { end_date: isoDate('2056-11-23') }, ['validity_invalid']],
  ['a first debit one paisa below the amount', { first_debit_amount: 49_999 }, []],
  ['a first debit of the whole amount', { first_debit_amount: 50_000 }, ['first_debit_invalid']],
  ['a first debit of one rupee', { first_debit_amount: 100 }, []],
  ['a first debit of 99 paise', { first_debit_amount: 99 }, ['first_debit_invalid']],
  [
    'a first debit below the lower bound',
    { first_debit_amount: 999, min_amount: 1000 },
    ['first_debit_invalid'],
  ],
  [
    'a first debit with an exact amount',
    { first_debit_amount: 100, amount_rule: 'exact' },
    ['first_debit_invalid'],
  ],
  ['one minute to approve', { registration_expires_in_ms: 60_000 }, []],
  ['a millisecond less', { registration_expires_in_ms: 59_999 }, ['registration_expiry_invalid']],
  ['30 days to approve', { registration_expires_in_ms: 30 * DAY_MS }, []],
  [
    'a millisecond more',
    { registration_expires_in_ms: 30 * DAY_MS + 1 },
    ['registration_expiry_invalid'],
  ],
])('%s', (_, change, expected) => expect(codes(change)).toEqual(expected))

test('the Indian day decides what the past is', () => {
  const beforeMidnight = toInstant(Date.parse('2026-11-22T18:29:59.999Z'))
  expect(codes({}, beforeMidnight)).toEqual([])
  expect(codes({}, toInstant(beforeMidnight + 1))).toEqual(['start_date_in_past'])
})

describe('registration by collect closed on 28 February 2026', () => {
  const feb = (day: string) => toInstant(Date.parse(`${day}T00:00:00+05:30`))
  const start = { start_date: isoDate('2026-12-01') }

  test.each([
    ['6010', '2026-02-28', ['collect_not_allowed']],
    ['6211', '2026-02-28', []],
    ['6012', '2026-02-28', []],
  ])('category %s on %s', (mcc, day, expected) => {
    expect(codes({ ...start, flow: 'collect', mcc, approved_mccs: [mcc] }, feb(day))).toEqual(
      expected,
    )
  })

  test('cross-border aggregators are exempt', () => {
    const collect = { ...start, flow: 'collect' as const }
    const policy = (cross_border: boolean) => ({ ...FACTS.policy, cross_border })
    expect(codes({ ...collect, policy: policy(true) })).toEqual([])
    expect(codes({ ...collect, policy: policy(false) })).toEqual(['collect_not_allowed'])
  })

  test('a millisecond before, every category could', () => {
    const now = toInstant(feb('2026-02-28') - 1)
    expect(codes({ ...start, flow: 'collect' }, now)).toEqual([])
  })
})

describe('which days a debit rule may name', () => {
  const LAST = { weekly: 7, fortnightly: 16 } as const

  test.each(FREQUENCIES)('%s', (frequency) => {
    const at = (day: number) => codes({ frequency, debit_rule: { type: 'on', day } })
    if (frequency === 'one_time' || frequency === 'daily' || frequency === 'as_presented') {
      expect(at(1)).toEqual(['debit_rule_invalid'])
      return
    }
    const last = frequency === 'weekly' || frequency === 'fortnightly' ? LAST[frequency] : 31
    expect([at(0), at(1), at(last), at(last + 1), at(1.5)]).toEqual([
      ['debit_rule_invalid'],
      [],
      [],
      ['debit_rule_invalid'],
      ['debit_rule_invalid'],
    ])
  })
})

test('a refusal names the field, what was given and the limit', () => {
  const [violation] = checkRules(REGISTRATION_RULES, { ...FACTS, amount: 50 }, NOW)
  expect(violation).toEqual({
    rule: 'amount.minimum',
    row: RULES.find(({ id }) => id === 'amount.minimum'),
    code: 'amount_below_minimum',
    message: '₹0.50 is below the minimum of ₹1.00.',
    pointer: '/amount',
    limit: { minimum_paise: 100 },
  })
})
