import type { Instant } from '@upi-autopay/rail'
import type { TakenBack } from '../collected/collected.ts'
import type { RefundEvent } from './events.ts'
import type { Refund } from './refund.ts'

/** Applies one event to a refund. */
export function evolveRefund(refund: Refund | undefined, event: RefundEvent, at: Instant): Refund {
  if (event.type === 'refund.created') return event.data.refund
  if (refund === undefined)
    throw new Error(`${event.type} of ${event.resource_id}, which is not loaded`)
  const moved = { ...refund, updated_at: at, revision: refund.revision + 1 }
  switch (event.type) {
    case 'refund.answer_expected':
      return refund
    case 'refund.acknowledged':
      return { ...refund, unknown_since: at }
    case 'refund.outcome_unknown':
      return {
        ...moved,
        outcome: 'unknown',
        unknown_since: refund.unknown_since ?? at,
        truth: event.data.truth,
      }
    case 'refund.inquired':
      return { ...refund, inquiries: event.data.number }
    case 'refund.unresolved':
      return { ...moved, outcome: 'unresolved' }
    case 'refund.succeeded':
    case 'refund.corrected':
      return {
        ...moved,
        ...event.data,
        status: 'succeeded',
        outcome: null,
        failure: null,
        completed_at: at,
      }
    case 'refund.failed':
      return {
        ...moved,
        status: 'failed',
        outcome: null,
        failure: event.data.decline,
        completed_at: at,
      }
    default:
      return event satisfies never
  }
}

/** What an event of a refund does to the money it comes from. */
export function takenByRefund<T extends TakenBack>(
  source: T,
  amount: number,
  { type }: RefundEvent,
): T {
  const { amount_refunded, amount_refund_pending } = source
  switch (type) {
    case 'refund.created':
      return { ...source, amount_refund_pending: amount_refund_pending + amount }
    case 'refund.succeeded':
      return {
        ...source,
        amount_refund_pending: amount_refund_pending - amount,
        amount_refunded: amount_refunded + amount,
      }
    case 'refund.failed':
      return { ...source, amount_refund_pending: amount_refund_pending - amount }
    case 'refund.corrected':
      return { ...source, amount_refunded: amount_refunded + amount }
    case 'refund.acknowledged':
    case 'refund.answer_expected':
    case 'refund.outcome_unknown':
    case 'refund.inquired':
    case 'refund.unresolved':
      return source
    default:
      return type satisfies never
  }
}
