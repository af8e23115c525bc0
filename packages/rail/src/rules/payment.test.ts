import { describe, expect, test } from 'vitest'
import { checkRules } from './check-rules.ts'
import { ist, PLAIN_POLICY } from './fixtures/plain.ts'
import { PAYMENT_RULES, type PaymentFacts } from './payment.ts'

const FACTS: PaymentFacts = {
  flow: 'intent',
  amount: 50_000,
  mcc: '6010',
  approved_mccs: ['6010', '6012', '6211'],
  expires_in_ms: 600_000,
  policy: PLAIN_POLICY,
}

function codes(change: Partial<PaymentFacts>, now = ist('2026-11-22T10:00:00')): string[] {
  return checkRules(PAYMENT_RULES, { ...FACTS, ...change }, now).map(({ code }) => code)
}

const capped = { ...PLAIN_POLICY, amount_max_paise: 10_000_000 }

test.each<[string, Partial<PaymentFacts>, string[]]>([
  ['a plain payment', {}, []],
  ['one rupee', { amount: 100 }, []],
  ['99 paise', { amount: 99 }, ['amount_below_minimum']],
  ['the cap of the provider', { amount: 10_000_000, policy: capped }, []],
  ['one paisa more', { amount: 10_000_001, policy: capped }, ['amount_above_maximum']],
  ['a category that is not approved', { mcc: '5411' }, ['mcc_not_approved']],
  ['one minute to pay', { expires_in_ms: 60_000 }, []],
  ['a millisecond less', { expires_in_ms: 59_999 }, ['payment_expiry_invalid']],
  ['1440 minutes to pay', { expires_in_ms: 86_400_000 }, []],
  ['a millisecond more', { expires_in_ms: 86_400_001 }, ['payment_expiry_invalid']],
  [
    'everything at once, in order of precedence',
    { flow: 'collect', mcc: '5411', amount: 99, expires_in_ms: 1 },
    ['mcc_not_approved', 'collect_not_allowed', 'amount_below_minimum', 'payment_expiry_invalid'],
  ],
])('%s', (_, change, expected) => expect(codes(change)).toEqual(expected))

describe('collect closed on 28 February 2026', () => {
  test.each([
    ['6010', '2026-02-27T23:59:59.999', []],
    ['6010', '2026-02-28T00:00:00', ['collect_not_allowed']],
    ['6012', '2026-02-28T00:00:00', []],
    ['6211', '2026-02-28T00:00:00', []],
  ])('category %s at %s', (mcc, now, expected) => {
    expect(codes({ flow: 'collect', mcc }, ist(now))).toEqual(expected)
  })

  test('intent and QR stay open', () => {
    expect([codes({ flow: 'intent' }), codes({ flow: 'qr' })]).toEqual([[], []])
  })

  test('cross-border aggregators are exempt', () => {
    const policy = { ...PLAIN_POLICY, cross_border: true }
    expect(codes({ flow: 'collect', policy })).toEqual([])
    expect(codes({ flow: 'collect', policy: { ...policy, cross_border: false } })).toEqual([
      'collect_not_allowed',
    ])
  })
})

test('a refusal names the field and the limit', () => {
  const facts = { ...FACTS, expires_in_ms: 59_999, flow: 'collect' as const }
  expect(checkRules(PAYMENT_RULES, facts, ist('2026-11-22T10:00:00'))).toMatchObject([
    { rule: 'payment.collect_category', pointer: '/flow', limit: { mccs: '6012, 6211' } },
    {
      rule: 'payment.expiry',
      pointer: '/expires_in',
      limit: { minimum_minutes: 1, maximum_minutes: 1440 },
      message: '59.999 seconds are outside 1 to 1440 minutes.',
    },
  ])
})
