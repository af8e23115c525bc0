import type { Instant } from '@upi-autopay/rail'
import type { Dispute } from '../dispute/dispute.ts'
import { reactToDispute } from '../dispute/react.ts'
import { type EffectDraft, NO_REACTION, type Reaction } from '../kernel/aggregate.ts'
import { effectId, providerReference } from '../kernel/effect-names.ts'
import { answerKey, answerTimer } from '../kernel/expected-answers.ts'
import { timerDraft } from '../kernel/timer-draft.ts'
import { reactToRefund } from '../refund/react.ts'
import type { Refund } from '../refund/refund.ts'
import type { PaymentOwnEvent, PaymentStreamEvent } from './events.ts'
import type { PaymentTimerKind } from './follow-up.ts'
import { type Payment, type PaymentState, paymentSource } from './payment.ts'

/** What follows from an event: what to ask of the provider, what to do later, what is no longer to be done. */
export function reactToPayment(
  state: PaymentState,
  event: PaymentStreamEvent,
  at: Instant,
): Reaction {
  switch (event.resource_kind) {
    case 'payment':
      return reactToOwn(state.payment, event, at)
    // The event has been applied, so what it speaks of is there.
    case 'refund': {
      const refund = state.refunds[event.resource_id] as Refund
      const source = paymentSource(state.payment)
      return reactToRefund({ refund, source }, event, at)
    }
    case 'dispute': {
      const dispute = state.disputes[event.resource_id] as Dispute
      const source = paymentSource(state.payment)
      return reactToDispute({ dispute, source }, event, at)
    }
    default:
      return event satisfies never
  }
}

function reactToOwn(payment: Payment, event: PaymentOwnEvent, at: Instant): Reaction {
  const { id } = payment
  const timer = (kind: PaymentTimerKind, moment: Instant) =>
    timerDraft(kind, { kind: 'payment', id }, moment)
  const clear = (...kinds: PaymentTimerKind[]) => ({
    timers_cleared: kinds.map((kind) => `${kind}:${id}`),
  })
  const inquiryAt = (moment: Instant | null) => (moment === null ? [] : [timer('inquire', moment)])
  const unsent = { effects_withdrawn: [effectId('collect', id, null)] }
  switch (event.type) {
    case 'payment.created':
      return {
        ...NO_REACTION,
        effects:
          payment.flow === 'collect' || payment.upi_link === null
            ? [effectOf('collect', payment)]
            : [],
        timers: [timer('payment_expiry', payment.expires_at)],
      }
    case 'payment.answer_expected': {
      // The payer has acted: from here on it is the bank that takes its time. One who was faster than the request is
      // not asked any more, lest the answer to it take the place of what the payer did.
      const second = event.data.order === 0 ? [answerKey(id, null, 1)] : []
      return {
        ...NO_REACTION,
        ...unsent,
        timers: [answerTimer(timer, event.data)],
        timers_cleared: [`payment_expiry:${id}`, ...second],
      }
    }
    case 'payment.outcome_unknown':
      return {
        ...NO_REACTION,
        ...clear('payment_expiry'),
        timers: inquiryAt(event.data.inquire_at),
      }
    case 'payment.inquired':
      return {
        ...NO_REACTION,
        effects: [effectOf('inquire', payment)],
        timers: inquiryAt(event.data.next_at),
      }
    case 'payment.unresolved':
    case 'payment.resolved':
      return NO_REACTION
    case 'payment.succeeded':
    case 'payment.corrected': {
      const movement = {
        id: `${id}:collected`,
        kind: 'collected',
        resource_kind: 'payment',
        resource_id: id,
        amount: payment.amount,
        fee: 0,
        at,
        speed: payment.settlement,
      } as const
      return {
        ...NO_REACTION,
        ...unsent,
        ...clear('payment_expiry', 'bank_answer', 'inquire'),
        movements: [movement],
      }
    }
    case 'payment.failed':
      return {
        ...NO_REACTION,
        ...unsent,
        ...clear('payment_expiry', 'bank_answer', 'inquire'),
      }
    case 'payment.expired':
    case 'payment.cancelled': {
      // What the payer has approved before is still the bank's to answer: its yes is a correction. A provider that has
      // said nothing until the end is asked once, for its word may be lost.
      const question = event.type === 'payment.expired' ? [effectOf('inquire', payment)] : []
      return { ...NO_REACTION, ...unsent, ...clear('payment_expiry'), effects: question }
    }
    default:
      return event satisfies never
  }
}

function effectOf(kind: 'collect' | 'inquire', payment: Payment): EffectDraft {
  return {
    id: effectId(kind, payment.id, kind === 'inquire' ? payment.inquiries : null),
    kind,
    resource_kind: 'payment',
    resource_id: payment.id,
    attempt: null,
    // A question names what was sent, so it carries the same reference.
    provider_reference: providerReference(payment.id, null),
    request: {
      amount: payment.amount,
      flow: payment.flow,
      authentication: 'pin',
      attempts_before: 0,
      ...(payment.truth !== null && { truth: payment.truth }),
    },
  }
}
