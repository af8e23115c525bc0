import {
  type AttemptFacts,
  debitWindow,
  earliestAttempt,
  formatRfc3339,
  type Instant,
  isoDate,
  type ProviderPolicy,
} from '@upi-autopay/rail'
import type { VectorFile } from './vector.ts'
import { ist, wire } from './vectors-wire.ts'

/** When a debit may be attempted, around every edge. */
export function attemptVectors(): Readonly<Record<string, VectorFile>> {
  return {
    'attempts.json': {
      about: 'When a debit can be attempted at the earliest, and what it waits for',
      use: 'input.at: the moment of asking; input.facts: the debit, its notice, what its cycle has spent, the policy of the provider. expected.window: when the notified debit may be made at all, end excluded; expected.earliest: the first moment from input.at on that all waits allow, with the wait that moved it last; null where none is left.',
      cases: CASES.map(({ ask, ...change }) => {
        const facts = { ...ATTEMPT, ...change }
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
    },
  }
}

/** The simulator's policy, as vectors assume it. */
export const POLICY: ProviderPolicy = {
  notice_lead_min_hours: 24,
  notice_lead_max_hours: 48,
  notice_cut_off_minute: 1430,
  attempts_max: 4,
  attempt_spacing_minutes: 60,
  pin_expiry_minutes: 30,
  instant_attempts_max: 1,
}

/** A notified debit of 24 November 2026 whose lead time ends at 08:00 Indian time. */
export const ATTEMPT: AttemptFacts = {
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

/** The same as an instant debit. */
export const INSTANT = { instant: true, notice: null, any_success: false } as const

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
  { ask: ist('2026-11-24T07:59:59.999') },
  { ask: ist('2026-11-24T12:59:59.999') },
  { ask: ist('2026-11-24T13:00:00') },
  { ask: ist('2026-11-24T16:59:59.999') },
  { ask: ist('2026-11-24T17:00:00') },
  { ask: ist('2026-11-24T21:29:59.999') },
  { ask: ist('2026-11-24T21:30:00') },
  { ask: ist('2026-11-24T10:00:00'), policy: { ...POLICY, rules_as_of: isoDate('2025-07-31') } },
  { ask: ist('2026-11-24T10:00:00'), policy: { ...POLICY, rules_as_of: isoDate('2025-08-01') } },
  { ask: ist('2026-11-24T10:00:00'), notice: null, notice_exempt: true },
  { ask: ist('2027-11-20T23:59:59.999'), notice: null, notice_exempt: true },
  { ask: ist('2027-11-21T00:00:00'), notice: null, notice_exempt: true },
]
