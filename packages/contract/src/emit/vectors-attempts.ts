import {
  type AttemptFacts,
  debitWindow,
  earliestAttempt,
  formatRfc3339,
  type Instant,
  isoDate,
  type ProviderPolicy,
  pinRequired,
  toInstant,
} from '@upi-autopay/rail'
import type { Vector } from './vector.ts'

/** When a debit may be attempted and whether it takes the PIN, around every edge. */
export function attemptVectors(): Readonly<Record<string, readonly Vector[]>> {
  return {
    'attempts.json': CASES.map(({ ask, ...change }) => {
      const facts = { ...BASE, ...change }
      const earliest = earliestAttempt(facts, ask)
      const window = facts.notice && debitWindow(facts.notice, facts.policy)
      return {
        input: { facts: wire(facts), at: formatRfc3339(ask) },
        expected: {
          window: window && wire(window),
          earliest: earliest && wire(earliest),
        },
      }
    }),
    'pin.json': PIN_CASES.map((change) => {
      const facts = { ...BASE, ...change }
      return {
        input: {
          at: formatRfc3339(NOON),
          mcc: facts.mcc,
          amount: facts.amount,
          instant: facts.instant,
          any_success: facts.any_success,
        },
        expected: pinRequired(facts, NOON),
      }
    }),
  }
}

const NOON = ist('2026-11-24T13:00:00')

const POLICY: ProviderPolicy = {
  notice_lead_min_hours: 24,
  notice_lead_max_hours: 48,
  notice_cut_off_minute: 1430,
  attempts_max: 4,
  attempt_spacing_minutes: 60,
  pin_expiry_minutes: 30,
  instant_attempts_max: 1,
}

const BASE: AttemptFacts = {
  mandate: {
    amount: 50_000_000,
    amount_rule: 'max',
    min_amount: null,
    frequency: 'daily',
    debit_rule: null,
    start_date: isoDate('2026-11-20'),
    end_date: isoDate('2027-11-20'),
  },
  mcc: '6010',
  amount: 10_000,
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
  policy: POLICY,
}

const INSTANT = { instant: true, notice: null, any_success: false } as const

const CASES: readonly (Partial<AttemptFacts> & { readonly ask: Instant })[] = [
  { ask: ist('2026-11-23T08:00:00') },
  { ask: ist('2026-11-24T09:59:59.999') },
  { ask: ist('2026-11-24T10:00:00') },
  { ask: ist('2026-11-24T23:59:59.999') },
  { ask: ist('2026-11-25T00:00:00') },
  { ask: ist('2026-11-24T09:30:00'), last_attempt_at: ist('2026-11-24T09:30:00') },
  { ask: ist('2026-11-24T23:00:00'), last_attempt_at: ist('2026-11-24T22:59:59.999') },
  { ask: ist('2026-11-24T23:00:00'), last_attempt_at: ist('2026-11-24T23:00:00') },
  {
    ask: ist('2026-11-24T08:00:00'),
    not_before: { at: ist('2026-11-24T16:00:00'), reason: 'requested_time' },
  },
  {
    ask: ist('2026-11-24T08:00:00'),
    not_before: { at: ist('2026-11-25T08:00:00'), reason: 'requested_time' },
  },
  {
    ask: ist('2026-11-23T08:00:00'),
    notice: {
      delivered_at: ist('2026-11-23T07:00:00'),
      debit_date: isoDate('2026-11-24'),
      debit_at: ist('2026-11-24T18:00:00'),
    },
  },
  {
    ask: ist('2026-11-23T23:00:00'),
    notice: {
      delivered_at: ist('2026-11-24T00:00:00'),
      debit_date: isoDate('2026-11-24'),
      debit_at: null,
    },
  },
  { ...INSTANT, ask: ist('2026-11-20T11:05:00') },
  { ...INSTANT, ask: ist('2026-11-20T11:05:00.001') },
]

const PIN_CASES: readonly Partial<AttemptFacts>[] = [
  { amount: 1_500_000 },
  { amount: 1_500_001 },
  { amount: 10_000_000, mcc: '6211' },
  { amount: 10_000_001, mcc: '6211' },
  { amount: 100, any_success: false },
  { ...INSTANT, amount: 1_500_000 },
  { ...INSTANT, amount: 1_500_001 },
]

/** Records with instants in them, as the wire writes them. */
function wire(value: unknown, name = ''): unknown {
  if (typeof value === 'number' && (name === 'from' || name === 'until' || /(^|_)at$/.test(name)))
    return formatRfc3339(toInstant(value))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wire(inner, key)]))
}

function ist(local: string): Instant {
  return toInstant(Date.parse(`${local}+05:30`))
}
