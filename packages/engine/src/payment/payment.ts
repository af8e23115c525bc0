import {
  allowedActions,
  type Flow,
  type Instant,
  type PaymentStatus,
  type SettlementSpeed,
  UNKNOWN_OUTCOME_ACTIONS,
  type UnknownOutcome,
} from '@upi-autopay/rail'
import { amountLeft, type Collected, type CollectedSource } from '../collected/collected.ts'
import type { Dispute } from '../dispute/dispute.ts'
import type { Decline } from '../kernel/decline.ts'
import { providerReference } from '../kernel/effect-names.ts'
import type { Outcome } from '../ports/outcome.ts'
import type { Payer } from '../ports/private-data.ts'
import type { Refund } from '../refund/refund.ts'

/** A one-time payment as the log and its row keep it. Amounts in paise. The payer lives apart. */
export interface Payment extends Collected {
  readonly id: string
  readonly revision: number
  readonly status: PaymentStatus
  readonly reference_id: string
  readonly flow: Flow
  readonly amount: number
  /** What the payer sees. */
  readonly purpose: string
  readonly mcc: string
  readonly settlement: SettlementSpeed
  readonly redirect_url: string | null
  readonly metadata: Readonly<Record<string, string>>
  /** Null until the provider has made it. */
  readonly upi_link: string | null
  readonly expires_at: Instant
  readonly outcome: UnknownOutcome | null
  /** Since when the outcome is unknown; inquiries count from it. */
  readonly unknown_since: Instant | null
  readonly inquiries: number
  /** What the simulated bank did without telling; shown to nobody but the one who inquires. */
  readonly truth: Outcome | null
  /** How an operator settled an unknown outcome. */
  readonly resolution: Resolution | null
  readonly rrn: string | null
  readonly npci_txn_id: string | null
  readonly succeeded_at: Instant | null
  readonly ended_at: Instant | null
  readonly failure: Decline | null
  readonly created_at: Instant
  readonly updated_at: Instant
}

/** What an operator found out about an unknown outcome, and how. */
export interface Resolution {
  readonly outcome: 'succeeded' | 'failed'
  readonly note: string
  readonly at: Instant
}

/** What decisions about one payment need: the payment, and what of its money is on its way back. */
export interface PaymentState {
  readonly payment: Payment
  readonly refunds: Readonly<Record<string, Refund>>
  readonly disputes: Readonly<Record<string, Dispute>>
}

/** The state with the payer beside it, as deciders see it. */
export interface LoadedPayment extends PaymentState {
  readonly payer: Payer
}

/** What may be asked of a payment: an unknown outcome is resolved, not cancelled; what has gone back is not refunded. */
export function paymentActions(payment: Payment): string[] {
  if (payment.outcome !== null) return [...UNKNOWN_OUTCOME_ACTIONS]
  return allowedActions('payment', payment.status).filter(
    (action) => action !== 'refund' || amountLeft(payment) > 0,
  )
}

/** The payment as refunds and disputes see it. */
export function paymentSource(payment: Payment): CollectedSource {
  return {
    kind: 'payment',
    id: payment.id,
    status: payment.status,
    allowed_actions: paymentActions(payment),
    mandate_id: null,
    collected_at: payment.succeeded_at,
    settlement: payment.settlement,
    provider_reference: providerReference(payment.id, null),
    rrn: payment.rrn,
    amount_collected: payment.amount_collected,
    amount_refunded: payment.amount_refunded,
    amount_refund_pending: payment.amount_refund_pending,
    amount_disputed: payment.amount_disputed,
  }
}
