import { nextInquiry } from '../collected/inquiry.ts'
import type { Decision, Facts } from '../kernel/aggregate.ts'
import { toDecline } from '../kernel/decline.ts'
import { expectedAnswers } from '../kernel/expected-answers.ts'
import { reject } from '../kernel/result.ts'
import type { Outcome } from '../ports/outcome.ts'
import type { AnswerRefund } from './commands.ts'
import { type RefundEvent, refundEvent } from './events.ts'
import type { Refund } from './refund.ts'

/**
 * What the provider says of a refund. An unclear answer leaves it pending and its amount reserved: it is inquired
 * about, never sent again. A success told after a failure still counts, since the money has gone.
 */
export function recordRefund(refund: Refund, outcome: Outcome, facts: Facts): RefundEvent[] {
  switch (outcome.result) {
    case 'accepted':
      return recordAccepted(refund, outcome, facts)
    case 'declined': {
      const decline = toDecline(outcome)
      if (refund.status !== 'pending') return []
      return decline.advice === 'after_inquiry'
        ? recordUnknown(refund, outcome, facts)
        : [refundEvent('refund.failed', refund.id, { decline })]
    }
    case 'unknown':
      return refund.status === 'pending' ? recordUnknown(refund, outcome, facts) : []
    case 'not_sent':
      // It goes out once its lease has ended. One whose outcome is unknown has been sent, whatever a question brings.
      return refund.outcome === null ? [] : recordUnknown(refund, outcome, facts)
    default:
      return outcome satisfies never
  }
}

/** Sandbox: what the bank says now, whatever was on its way. */
export function answerRefund(
  refund: Refund,
  command: AnswerRefund,
  facts: Facts,
): Decision<RefundEvent> {
  if (refund.status !== 'pending') {
    return reject({
      code: 'state_conflict',
      detail: `Refund ${refund.id} is ${refund.status}: the bank has answered.`,
      allowed_actions: [],
    })
  }
  return { ok: true, events: recordRefund(refund, command.outcome, facts) }
}

/** Asked between lease and sending: nothing is paid back that the bank has spoken of meanwhile. */
export function confirmRefund(refund: Refund): Decision<RefundEvent> {
  if (refund.status === 'pending' && refund.unknown_since === null) return { ok: true, events: [] }
  return reject({
    code: 'state_conflict',
    detail: `Refund ${refund.id} is ${refund.status}: it is no longer to be sent.`,
    allowed_actions: [],
  })
}

/** The moment of a status inquiry has come. */
export function inquireRefund(refund: Refund, facts: Facts): RefundEvent[] {
  if (refund.status !== 'pending' || refund.outcome === 'unresolved') return []
  const number = refund.inquiries + 1
  const next_at = nextInquiry({ ...refund, inquiries: number }, facts)
  return [refundEvent('refund.inquired', refund.id, { number, next_at })]
}

function recordAccepted(
  refund: Refund,
  outcome: Extract<Outcome, { result: 'accepted' }>,
  facts: Facts,
): RefundEvent[] {
  const { id, status } = refund
  if (outcome.state === 'done') {
    const receipt = {
      rrn: outcome.references?.rrn ?? null,
      npci_txn_id: outcome.references?.npci_txn_id ?? null,
    }
    if (status === 'pending') return [refundEvent('refund.succeeded', id, receipt)]
    return status === 'failed' ? [refundEvent('refund.corrected', id, receipt)] : []
  }
  if (status !== 'pending') return []
  const expected = expectedAnswers(outcome.later, { now: facts.now, attempt: null })
  // No answer is known to be on its way: should none come, the provider is asked.
  const inquire_at = refund.unknown_since === null ? nextInquiry(refund, facts) : null
  return expected.length === 0 && inquire_at !== null
    ? [refundEvent('refund.acknowledged', id, { inquire_at })]
    : expected.map((one) => refundEvent('refund.answer_expected', id, one))
}

/** Nobody can say yet. Once the inquiries are spent, only the bank's own word settles it. */
function recordUnknown(refund: Refund, told: Outcome, facts: Facts): RefundEvent[] {
  const { id, outcome } = refund
  const inquire_at = nextInquiry(refund, facts)
  const unresolved =
    inquire_at === null && outcome !== 'unresolved'
      ? [refundEvent('refund.unresolved', id, {})]
      : []
  if (outcome !== null) return unresolved
  const truth = ('truth' in told ? told.truth : undefined) ?? null
  return [refundEvent('refund.outcome_unknown', id, { truth, inquire_at }), ...unresolved]
}
