import type { Instant } from '@upi-autopay/rail'
import type { DisputeEvent } from '../dispute/events.ts'
import type { Decline } from '../kernel/decline.ts'
import type { EventOf } from '../kernel/event-of.ts'
import type { AnswerExpected } from '../kernel/expected-answers.ts'
import type { Outcome } from '../ports/outcome.ts'
import type { RefundEvent } from '../refund/events.ts'
import type { Payment } from './payment.ts'

/** What happens to a payment. */
export interface PaymentEvents {
  'payment.created': { readonly payment: Payment }
  'payment.answer_expected': AnswerExpected
  /** `inquire_at`: when the provider is asked what became of it. */
  'payment.outcome_unknown': { readonly truth: Outcome | null; readonly inquire_at: Instant | null }
  /** `number`: which status inquiry, from 1. */
  'payment.inquired': { readonly number: number; readonly next_at: Instant | null }
  'payment.unresolved': Nothing
  'payment.resolved': { readonly outcome: 'succeeded' | 'failed'; readonly note: string }
  'payment.succeeded': Receipt
  /** `decline` is null where an operator found that no money moved. */
  'payment.failed': { readonly decline: Decline | null }
  'payment.expired': Nothing
  'payment.cancelled': Nothing
  'payment.corrected': Receipt
}

interface Nothing extends Readonly<Record<never, never>> {}

interface Receipt {
  readonly rrn: string | null
  readonly npci_txn_id: string | null
}

export type PaymentOwnEvent = EventOf<PaymentEvents, 'payment'>
/** Every event of a payment's stream. */
export type PaymentStreamEvent = PaymentOwnEvent | RefundEvent | DisputeEvent

/** An event about the payment itself. */
export function paymentEvent<T extends keyof PaymentEvents>(
  type: T,
  resource_id: string,
  data: PaymentEvents[T],
): PaymentStreamEvent {
  return { type, resource_kind: 'payment', resource_id, data } as PaymentOwnEvent
}
