import type { ProviderPolicy } from '../policy.ts'
import type { Flow } from '../vocabulary.ts'
import { ACCOUNT_MCC_APPROVED } from './account.ts'
import { AMOUNT_MAXIMUM, AMOUNT_MINIMUM } from './amount.ts'
import { COLLECT_CLOSED_FROM, COLLECT_MCCS, isOpenToCollect } from './collect.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import type { Finding, Rule } from './rule.ts'

/** What the rules of a one-time payment need to know. Amounts in paise. */
export interface PaymentFacts {
  readonly flow: Flow
  readonly amount: number
  readonly mcc: string
  readonly approved_mccs: readonly string[]
  readonly expires_in_ms: number
  readonly policy: ProviderPolicy
}

/** Merchants ask by collect in two categories only; cross-border aggregators are exempt. */
export const PAYMENT_COLLECT_CATEGORY: Rule<PaymentFacts> = {
  id: 'payment.collect_category',
  title: 'Collect payments are open to categories 6012 and 6211 only.',
  value: { mccs: COLLECT_MCCS },
  effective_from: COLLECT_CLOSED_FROM,
  source: 'razorpay-collect',
  consequence: 'collect_not_allowed',
  applies: ({ policy }) => policy.cross_border !== true,
  check: ({ flow, mcc }) =>
    flow !== 'collect' || isOpenToCollect(mcc)
      ? null
      : {
          message: `Category ${mcc} may not ask by collect; since ${COLLECT_CLOSED_FROM} only ${COLLECT_MCCS.join(' and ')} may.`,
          pointer: '/flow',
          limit: { mccs: COLLECT_MCCS.join(', ') },
        },
}

const MINUTE_MS = 60_000
const EXPIRY = { minimum_minutes: 1, maximum_minutes: 1440 } as const

/** How long a payer may be given to pay. */
export const PAYMENT_EXPIRY: Rule<PaymentFacts> = {
  id: 'payment.expiry',
  title: 'The payer has between one minute and 1440 minutes, a day, to pay.',
  value: EXPIRY,
  effective_from: LAUNCH_DATE,
  source: 'decentro-collect',
  consequence: 'payment_expiry_invalid',
  check: ({ expires_in_ms: given }) =>
    given >= EXPIRY.minimum_minutes * MINUTE_MS && given <= EXPIRY.maximum_minutes * MINUTE_MS
      ? null
      : expiryFinding(given),
}

/** What may refuse a payment, in order of precedence. */
export const PAYMENT_RULES: readonly Rule<PaymentFacts>[] = [
  ACCOUNT_MCC_APPROVED,
  PAYMENT_COLLECT_CATEGORY,
  AMOUNT_MINIMUM,
  AMOUNT_MAXIMUM,
  PAYMENT_EXPIRY,
]

function expiryFinding(given: number): Finding {
  return {
    message: `${given / 1000} seconds are outside ${EXPIRY.minimum_minutes} to ${EXPIRY.maximum_minutes} minutes.`,
    pointer: '/expires_in',
    limit: EXPIRY,
  }
}
