import type { Instant } from '@upi-autopay/rail'
import { nextInquiry } from '../collected/inquiry.ts'
import type { Facts } from '../kernel/aggregate.ts'
import { toDecline } from '../kernel/decline.ts'
import { expectedAnswers } from '../kernel/expected-answers.ts'
import { withoutPayerAddress } from '../kernel/payer-address.ts'
import type { LaterOutcome, Outcome } from '../ports/outcome.ts'
import type { Payer, PrivateData } from '../ports/private-data.ts'
import { type PaymentStreamEvent, paymentEvent } from './events.ts'
import type { LoadedPayment, Payment } from './payment.ts'

interface Recorded {
  readonly ok: true
  readonly events: readonly PaymentStreamEvent[]
  readonly private?: PrivateData
}

/**
 * What the provider says of a payment. A clear no ends it; what is unclear is inquired about and never expires; a
 * yes counts whenever it is told, since the money has moved.
 */
export function recordPayment(state: LoadedPayment, outcome: Outcome, facts: Facts): Recorded {
  const { payment } = state
  const pending = payment.status === 'pending'
  switch (outcome.result) {
    case 'accepted':
      if (outcome.state === 'done') return collect(state, outcome)
      return pending
        ? expectAnswer(state, outcome.later ?? [], facts.now)
        : { ok: true, events: [] }
    case 'declined': {
      if (!pending) return { ok: true, events: [] }
      const decline = toDecline(outcome)
      return {
        ok: true,
        events:
          decline.advice === 'after_inquiry'
            ? recordUnknown(payment, outcome, facts)
            : [paymentEvent('payment.failed', payment.id, { decline })],
      }
    }
    case 'unknown':
      return { ok: true, events: pending ? recordUnknown(payment, outcome, facts) : [] }
    case 'not_sent':
      // It goes out once its lease has ended. One whose outcome is unknown has been sent, whatever a question brings.
      return {
        ok: true,
        events: payment.outcome === null ? [] : recordUnknown(payment, outcome, facts),
      }
    default:
      return outcome satisfies never
  }
}

/** The moment of a status inquiry has come. */
export function inquirePayment(payment: Payment, facts: Facts): PaymentStreamEvent[] {
  if (payment.outcome !== 'unknown') return []
  const number = payment.inquiries + 1
  const next_at = nextInquiry({ ...payment, inquiries: number }, facts)
  return [paymentEvent('payment.inquired', payment.id, { number, next_at })]
}

/**
 * The bank's answers that are on their way. They take the place of those expected earlier. The address in them goes to
 * the payer's record, not into the log.
 */
export function expectAnswer(
  { payment, payer }: { payment: Payment; payer: Payer },
  later: readonly LaterOutcome[],
  now: Instant,
): Recorded {
  const { later: logged, payer_vpa = payer.vpa } = withoutPayerAddress(later)
  return {
    ok: true,
    events: expectedAnswers(logged, { now, attempt: null }).map((expected) =>
      paymentEvent('payment.answer_expected', payment.id, expected),
    ),
    private: { payer: { ...payer, vpa: payer_vpa } },
  }
}

function collect(
  { payment, payer }: LoadedPayment,
  { references }: Extract<Outcome, { result: 'accepted' }>,
): Recorded {
  const receipt = { rrn: references?.rrn ?? null, npci_txn_id: references?.npci_txn_id ?? null }
  // The same success told twice is one success.
  if (payment.status === 'succeeded') return { ok: true, events: [] }
  const type = payment.status === 'pending' ? 'payment.succeeded' : 'payment.corrected'
  const vpa = references?.payer_vpa
  return {
    ok: true,
    events: [paymentEvent(type, payment.id, receipt)],
    ...(vpa !== undefined && { private: { payer: { ...payer, vpa } } }),
  }
}

/** Nobody can say yet. Once the inquiries are spent, only the bank's own word or an operator settles it. */
function recordUnknown(payment: Payment, told: Outcome, facts: Facts): PaymentStreamEvent[] {
  const { id } = payment
  if (payment.outcome === null) {
    const truth = ('truth' in told ? told.truth : undefined) ?? null
    const inquire_at = nextInquiry(payment, facts)
    return [paymentEvent('payment.outcome_unknown', id, { truth, inquire_at })]
  }
  return payment.outcome === 'unknown' && nextInquiry(payment, facts) === null
    ? [paymentEvent('payment.unresolved', id, {})]
    : []
}
