import type { Instant } from '@upi-autopay/rail'
import { evolveDispute, takenByDispute } from '../dispute/evolve.ts'
import { evolveRefund, takenByRefund } from '../refund/evolve.ts'
import type { PaymentOwnEvent, PaymentStreamEvent } from './events.ts'
import type { Payment, PaymentState } from './payment.ts'

/** Applies one event. The only place where a payment's state comes from; nothing here judges. */
export function evolvePayment(
  state: PaymentState | null,
  event: PaymentStreamEvent,
  at: Instant,
): PaymentState {
  if (event.type === 'payment.created')
    return { payment: event.data.payment, refunds: {}, disputes: {} }
  if (state === null)
    throw new Error(`the stream of ${event.resource_id} does not begin with its creation`)
  switch (event.resource_kind) {
    case 'payment':
      return { ...state, payment: evolveOwn(state.payment, event, at) }
    case 'refund': {
      const refund = evolveRefund(state.refunds[event.resource_id], event, at)
      const payment = moved(takenByRefund(state.payment, refund.amount, event), state.payment, at)
      return { ...state, payment, refunds: { ...state.refunds, [refund.id]: refund } }
    }
    case 'dispute': {
      const dispute = evolveDispute(state.disputes[event.resource_id], event, at)
      const payment = moved(takenByDispute(state.payment, dispute.amount, event), state.payment, at)
      return { ...state, payment, disputes: { ...state.disputes, [dispute.id]: dispute } }
    }
    default:
      return event satisfies never
  }
}

/** What is shown of the payment's money has changed, or nothing has. */
function moved(after: Payment, before: Payment, at: Instant): Payment {
  return after === before ? before : { ...after, updated_at: at, revision: before.revision + 1 }
}

function evolveOwn(
  payment: Payment,
  event: Exclude<PaymentOwnEvent, { type: 'payment.created' }>,
  at: Instant,
): Payment {
  const next = { ...payment, updated_at: at, revision: payment.revision + 1 }
  const ended = { ...next, outcome: null, ended_at: at }
  switch (event.type) {
    case 'payment.answer_expected':
      return payment
    case 'payment.outcome_unknown':
      return { ...next, outcome: 'unknown', unknown_since: at, truth: event.data.truth }
    case 'payment.inquired':
      return { ...payment, inquiries: event.data.number }
    case 'payment.unresolved':
      return { ...next, outcome: 'unresolved' }
    case 'payment.resolved':
      return { ...next, resolution: { ...event.data, at } }
    case 'payment.succeeded':
    case 'payment.corrected':
      return {
        ...ended,
        ...event.data,
        status: 'succeeded',
        failure: null,
        succeeded_at: at,
        amount_collected: payment.amount,
      }
    case 'payment.failed':
      return { ...ended, status: 'failed', failure: event.data.decline }
    case 'payment.expired':
      return { ...ended, status: 'expired' }
    case 'payment.cancelled':
      return { ...ended, status: 'cancelled' }
    default:
      return event satisfies never
  }
}
