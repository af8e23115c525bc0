import { describe, expect, test } from 'vitest'
import { checkRules } from './check-rules.ts'
import { ist, PLAIN_POLICY } from './fixtures/plain.ts'
import { REFUND_RULES, type RefundFacts, refundable } from './refund.ts'

const FACTS: RefundFacts = {
  collected: 50_000,
  refunded: 0,
  reserved: 0,
  amount: 50_000,
  collected_at: ist('2026-11-01T23:59:59.999'),
  policy: { ...PLAIN_POLICY, refund_window_days: 30 },
}

function found(change: Partial<RefundFacts>, now = '2026-11-22T10:00:00') {
  return checkRules(REFUND_RULES, { ...FACTS, ...change }, ist(now))
}

const codes = (change: Partial<RefundFacts>, now?: string) =>
  found(change, now).map(({ code }) => code)

describe('never more back than came in', () => {
  test.each<[string, Partial<RefundFacts>, string[]]>([
    ['all of it', {}, []],
    ['one paisa more', { amount: 50_001 }, ['refund_exceeds_collected']],
    ['the rest after a part', { refunded: 20_000, amount: 30_000 }, []],
    [
      'one paisa above the rest',
      { refunded: 20_000, amount: 30_001 },
      ['refund_exceeds_collected'],
    ],
    ['the rest beside a pending one', { reserved: 20_000, amount: 30_000 }, []],
    [
      'one paisa above the rest beside a pending one',
      { reserved: 20_000, amount: 30_001 },
      ['refund_exceeds_collected'],
    ],
    [
      'a paisa after all is back or pending',
      { refunded: 20_000, reserved: 30_000, amount: 1 },
      ['refund_exceeds_collected'],
    ],
    ['two successes of one cycle', { collected: 100_000, amount: 100_000 }, []],
  ])('%s', (_, change, expected) => expect(codes(change)).toEqual(expected))

  test('the refusal says what is left', () => {
    expect(found({ refunded: 20_000, reserved: 10_000, amount: 50_000 })).toMatchObject([
      {
        rule: 'refund.ceiling',
        pointer: '/amount',
        limit: { maximum_paise: 20_000 },
        message:
          '₹500.00 is above ₹200.00, what is left of ₹500.00 collected after ₹200.00 refunded and ₹100.00 pending.',
      },
    ])
  })

  test('what is left is never below nothing', () => {
    expect(refundable({ collected: 1, refunded: 1, reserved: 1 })).toBe(0)
    expect(refundable({ collected: 3, refunded: 1, reserved: 1 })).toBe(1)
  })
})

describe('the window is counted in Indian days from that of the collection', () => {
  test.each([
    ['2026-12-01T23:59:59.999', []],
    ['2026-12-02T00:00:00', ['refund_window_closed']],
  ])('30 days, at %s', (now, expected) => expect(codes({}, now)).toEqual(expected))

  test('a provider without a window refunds at any time', () => {
    expect(codes({ policy: PLAIN_POLICY }, '2036-12-01T00:00:00')).toEqual([])
  })

  test('the refusal says until when it was possible', () => {
    expect(found({}, '2027-01-01T00:00:00')).toMatchObject([
      { rule: 'refund.window', pointer: '', limit: { days: 30, until: '2026-12-01' } },
    ])
  })
})
