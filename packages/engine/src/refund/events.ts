import type { Instant } from '@upi-autopay/rail'
import type { Decline } from '../kernel/decline.ts'
import type { EventOf } from '../kernel/event-of.ts'
import type { AnswerExpected } from '../kernel/expected-answers.ts'
import type { Outcome } from '../ports/outcome.ts'
import type { Refund } from './refund.ts'

/** What happens to a refund. */
export interface RefundEvents {
  'refund.created': { readonly refund: Refund }
  /** The provider has it and names no moment of the answer; should none come, it is asked. */
  'refund.acknowledged': { readonly inquire_at: Instant }
  'refund.answer_expected': AnswerExpected
  /** `inquire_at`: when the provider is asked what became of it. */
  'refund.outcome_unknown': { readonly truth: Outcome | null; readonly inquire_at: Instant | null }
  /** `number`: which status inquiry, from 1. */
  'refund.inquired': { readonly number: number; readonly next_at: Instant | null }
  'refund.unresolved': Nothing
  'refund.succeeded': Receipt
  'refund.failed': { readonly decline: Decline }
  'refund.corrected': Receipt
}

interface Nothing extends Readonly<Record<never, never>> {}

interface Receipt {
  readonly rrn: string | null
  readonly npci_txn_id: string | null
}

export type RefundEvent = EventOf<RefundEvents, 'refund'>

/** An event about a refund. */
export function refundEvent<T extends keyof RefundEvents>(
  type: T,
  resource_id: string,
  data: RefundEvents[T],
): RefundEvent {
  return { type, resource_kind: 'refund', resource_id, data } as RefundEvent
}
