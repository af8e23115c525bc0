import type { Decision, Facts } from '../kernel/aggregate.ts'
import { reject } from '../kernel/result.ts'
import { isAskedOfAnother } from '../mandate/asked-of-another.ts'
import type { ActOnPayment, ResolvePayment } from './commands.ts'
import { type PaymentStreamEvent, paymentEvent } from './events.ts'
import { type LoadedPayment, type Payment, paymentActions } from './payment.ts'
import { expectAnswer } from './record-outcome.ts'

/** The merchant no longer wants it. What the payer has approved meanwhile may still be told: then it counts. */
export function cancelPayment(payment: Payment): Decision<PaymentStreamEvent> {
  if (payment.status !== 'pending') return rejectPaymentState(payment, 'it is over')
  if (payment.outcome !== null)
    return rejectPaymentState(payment, 'its outcome is unknown, the money may have moved')
  return { ok: true, events: [paymentEvent('payment.cancelled', payment.id, {})] }
}

/** What the payer does in the UPI app. A second action before the bank has answered takes the place of the first. */
export function actOnPayment(
  state: LoadedPayment,
  command: ActOnPayment,
  facts: Facts,
): Decision<PaymentStreamEvent> {
  const { payment, payer } = state
  if (payment.status !== 'pending' || payment.outcome !== null)
    return rejectPaymentState(payment, 'nothing is asked of the payer')
  if (isAskedOfAnother({ flow: payment.flow, payer }, command.vpa))
    return rejectPaymentState(payment, 'only the payer that it was asked of can pay it')
  const named = command.vpa === null ? payer : { ...payer, vpa: command.vpa }
  return expectAnswer({ payment, payer: named }, command.answers, facts.now)
}

/** An operator settles what neither bank nor inquiries could tell. */
export function resolvePayment(
  payment: Payment,
  { outcome, rrn, note }: ResolvePayment,
): Decision<PaymentStreamEvent> {
  const { id } = payment
  // Unknown is the outcome of a pending payment alone: whatever ends it is known.
  if (payment.outcome === null)
    return rejectPaymentState(payment, 'only an unknown outcome is resolved')
  return {
    ok: true,
    events: [
      paymentEvent('payment.resolved', id, { outcome, note }),
      outcome === 'succeeded'
        ? paymentEvent('payment.succeeded', id, { rrn, npci_txn_id: null })
        : paymentEvent('payment.failed', id, { decline: null }),
    ],
  }
}

/** The time to pay is over; an outcome that is unknown never expires. */
export function expirePayment(payment: Payment): PaymentStreamEvent[] {
  return payment.status === 'pending' && payment.outcome === null
    ? [paymentEvent('payment.expired', payment.id, {})]
    : []
}

/** Not possible in the payment's state; the answer lists what is. */
export function rejectPaymentState(payment: Payment, why: string): ReturnType<typeof reject> {
  return reject({
    code: 'state_conflict',
    detail: `Payment ${payment.id} is ${payment.status}: ${why}.`,
    allowed_actions: paymentActions(payment),
  })
}
