import {
  type AttemptFacts,
  checkRules,
  formatRfc3339,
  isoDate,
  MODIFICATION_RULES,
  type ModificationFacts,
  NOTICE_RULES,
  type NoticeFacts,
  PAYMENT_RULES,
  type PaymentFacts,
  PRESENTATION_RULES,
  REFUND_RULES,
  REGISTRATION_RULES,
  REVOCATION_RULES,
  type RefundFacts,
  type RegistrationFacts,
  type RevocationFacts,
  type Rule,
  type Ruled,
} from '@upi-autopay/rail'
import type { Vector, VectorFile } from './vector.ts'
import { ATTEMPT, INSTANT, POLICY } from './vectors-attempts.ts'
import { ist, wire } from './vectors-wire.ts'

/** What refuses a registration, a notice, a debit, a change, a revocation, a payment or a refund: on and beside the edges. */
export function refusalVectors(): Readonly<Record<string, VectorFile>> {
  return {
    'refusals.json': {
      about: 'Which rules refuse what is asked, in order of precedence',
      use: 'input.table: what is asked for; input.at: when; input.facts: what the rules look at. expected: every broken rule with its code, the field that carries the offending value (a JSON pointer, empty for the whole) and the limit; an empty list where nothing refuses.',
      cases: [
        ...cases('registration', REGISTRATION_RULES, REGISTRATION, REGISTRATIONS),
        ...cases('notice', NOTICE_RULES, NOTICE, NOTICES),
        ...cases('presentation', PRESENTATION_RULES, ATTEMPT, PRESENTATIONS),
        ...cases('modification', MODIFICATION_RULES, MODIFICATION, MODIFICATIONS),
        ...cases('revocation', REVOCATION_RULES, REVOCATION, REVOCATIONS),
        ...cases('payment', PAYMENT_RULES, PAYMENT, PAYMENTS),
        ...cases('refund', REFUND_RULES, REFUND, REFUNDS),
      ],
    },
  }
}

/** When, in Indian time, and what differs from the plain case. */
type Change<F> = readonly [string, Partial<F>]

function cases<F extends Ruled>(
  table: string,
  rules: readonly Rule<F>[],
  plain: F,
  changes: readonly Change<F>[],
): Vector[] {
  return changes.map(([local, change]) => {
    const facts = { ...plain, ...change }
    const at = ist(local)
    return {
      input: { table, at: formatRfc3339(at), facts: wire(facts) },
      expected: checkRules(rules, facts, at).map(({ rule, code, pointer, limit = null }) => ({
        rule,
        code,
        pointer,
        limit,
      })),
    }
  })
}

const NOW = '2026-11-23T10:00:00'

const REGISTRATION: RegistrationFacts = {
  ...ATTEMPT.mandate,
  amount: 50_000,
  start_date: isoDate('2026-11-23'),
  flow: 'intent',
  mcc: '6010',
  approved_mccs: ['6010', '6012'],
  first_debit_amount: null,
  registration_expires_in_ms: null,
  notice_exemption: null,
  approved_exemptions: [],
  policy: POLICY,
}

const REGISTRATIONS: readonly Change<RegistrationFacts>[] = [
  [NOW, {}],
  [NOW, { mcc: '5411' }],
  [NOW, { amount: 100 }],
  [NOW, { amount: 99 }],
  [NOW, { min_amount: 50_000 }],
  [NOW, { min_amount: 50_001 }],
  [NOW, { frequency: 'weekly', debit_rule: { type: 'on', day: 7 } }],
  [NOW, { frequency: 'weekly', debit_rule: { type: 'on', day: 8 } }],
  [NOW, { frequency: 'fortnightly', debit_rule: { type: 'on', day: 16 } }],
  [NOW, { frequency: 'fortnightly', debit_rule: { type: 'on', day: 17 } }],
  [NOW, { frequency: 'monthly', debit_rule: { type: 'on', day: 31 } }],
  [NOW, { frequency: 'monthly', debit_rule: { type: 'on', day: 32 } }],
  ['2026-11-23T23:59:59.999', {}],
  ['2026-11-24T00:00:00', {}],
  [NOW, { end_date: isoDate('2056-11-23') }],
  [NOW, { end_date: isoDate('2056-11-24') }],
  [NOW, { end_date: isoDate('2026-11-22') }],
  [NOW, { first_debit_amount: 49_999 }],
  [NOW, { first_debit_amount: 50_000 }],
  [NOW, { registration_expires_in_ms: 60_000 }],
  [NOW, { registration_expires_in_ms: 59_999 }],
  ['2026-02-27T23:59:59.999', { flow: 'collect' }],
  ['2026-02-28T00:00:00', { flow: 'collect' }],
  ['2026-02-28T00:00:00', { flow: 'collect', mcc: '6012' }],
  ['2024-08-21T12:00:00', fastag()],
  ['2024-08-22T12:00:00', fastag()],
  [NOW, { ...fastag(), approved_exemptions: [] }],
  [NOW, { ...fastag(), frequency: 'monthly' }],
]

function fastag(): Partial<RegistrationFacts> {
  return {
    frequency: 'as_presented',
    notice_exemption: 'fastag',
    approved_exemptions: ['fastag'],
  }
}

const NOTICE: NoticeFacts = {
  amount: 10_000,
  mandate: ATTEMPT.mandate,
  debit_date: isoDate('2026-11-24'),
  debit_at: null,
  cycle: { attempts: 0, succeeded: false },
  policy: POLICY,
}

const NOTICES: readonly Change<NoticeFacts>[] = [
  [NOW, {}],
  ['2026-11-22T00:00:00', {}],
  ['2026-11-21T23:59:59.999', {}],
  ['2026-11-23T23:49:59.999', {}],
  ['2026-11-23T23:50:00', {}],
  ['2026-11-24T00:00:00', {}],
  ['2026-11-22T11:00:00', { debit_at: ist('2026-11-24T11:00:00') }],
  ['2026-11-22T10:59:59.999', { debit_at: ist('2026-11-24T11:00:00') }],
  [NOW, { amount: 50_000_000 }],
  [NOW, { amount: 50_000_001 }],
  [NOW, { cycle: { attempts: 3, succeeded: false } }],
  [NOW, { cycle: { attempts: 4, succeeded: false } }],
  [NOW, { cycle: { attempts: 1, succeeded: true } }],
  [NOW, { debit_date: isoDate('2027-11-21') }],
]

const PRESENTATIONS: readonly Change<AttemptFacts>[] = [
  ['2026-11-24T08:00:00', {}],
  ['2026-11-24T23:59:59.999', {}],
  ['2026-11-25T00:00:00', {}],
  ['2026-11-24T08:00:00', { notice: null }],
  ['2026-11-24T08:00:00', { notice: null, notice_exempt: true }],
  ['2026-11-24T08:00:00', { cycle: { attempts: 4, succeeded: false } }],
  ['2026-11-24T08:00:00', { cycle: { attempts: 1, succeeded: true } }],
  ['2026-11-20T11:05:00', INSTANT],
  ['2026-11-20T11:05:00.001', INSTANT],
  ['2026-11-20T11:01:00', { ...INSTANT, cycle: { attempts: 1, succeeded: false } }],
]

const MODIFICATION: ModificationFacts = {
  mandate: {
    ...ATTEMPT.mandate,
    amount: 50_000,
    min_amount: 10_000,
    start_date: isoDate('2026-01-01'),
  },
  amount: null,
  end_date: null,
  expires_in_ms: null,
  policy: POLICY,
}

const MODIFICATIONS: readonly Change<ModificationFacts>[] = [
  [NOW, {}],
  [NOW, { amount: 60_000 }],
  [NOW, { amount: 10_000 }],
  [NOW, { amount: 9_999 }],
  [NOW, { end_date: isoDate('2026-11-23') }],
  [NOW, { end_date: isoDate('2026-11-22') }],
  [NOW, { end_date: isoDate('2056-01-01') }],
  [NOW, { end_date: isoDate('2056-01-02') }],
]

const REVOCATION: RevocationFacts = { by: 'payer', mcc: '6010', paused: false, policy: POLICY }

const REVOCATIONS: readonly Change<RevocationFacts>[] = [
  [NOW, {}],
  [NOW, { mcc: '7322' }],
  [NOW, { mcc: '7322', by: 'merchant' }],
  ['2022-07-19T12:00:00', { mcc: '7322' }],
  ['2022-07-20T12:00:00', { mcc: '7322' }],
]

const PAYMENT: PaymentFacts = {
  flow: 'intent',
  amount: 50_000,
  mcc: '6010',
  approved_mccs: ['6010', '6012'],
  expires_in_ms: 600_000,
  policy: POLICY,
}

const PAYMENTS: readonly Change<PaymentFacts>[] = [
  [NOW, {}],
  [NOW, { amount: 99 }],
  [NOW, { expires_in_ms: 60_000 }],
  [NOW, { expires_in_ms: 59_999 }],
  [NOW, { expires_in_ms: 86_400_000 }],
  [NOW, { expires_in_ms: 86_400_001 }],
  ['2026-02-27T23:59:59.999', { flow: 'collect' }],
  ['2026-02-28T00:00:00', { flow: 'collect' }],
  ['2026-02-28T00:00:00', { flow: 'collect', mcc: '6012' }],
]

const REFUND: RefundFacts = {
  collected: 50_000,
  refunded: 20_000,
  reserved: 10_000,
  amount: 20_000,
  collected_at: ist('2026-11-01T23:59:59.999'),
  policy: { ...POLICY, refund_window_days: 30 },
}

const REFUNDS: readonly Change<RefundFacts>[] = [
  [NOW, {}],
  [NOW, { amount: 20_001 }],
  ['2026-12-01T23:59:59.999', {}],
  ['2026-12-02T00:00:00', {}],
]
