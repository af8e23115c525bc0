import { earliestAttempt, type Instant } from '@upi-autopay/rail'
import type { Facts } from '../../kernel/aggregate.ts'
import { type Decline, toDecline } from '../../kernel/decline.ts'
import type { Outcome } from '../../ports/outcome.ts'
import { type MandateStreamEvent, mandateEvent, presentationEvent } from '../events.ts'
import { expectedAnswers } from '../expected-answers.ts'
import type { MandateState } from '../mandate.ts'
import { withdrawPlans } from '../registration/revoke.ts'
import { attemptFacts } from './facts.ts'
import { isInFlight, lastAttempt, type Presentation } from './presentation.ts'

/** What the provider says of one attempt. */
export function recordDebit(
  state: MandateState,
  presentation: Presentation,
  report: { readonly attempt: number | null; readonly outcome: Outcome },
  facts: Facts,
): MandateStreamEvent[] {
  const current = lastAttempt(presentation)
  if (!isInFlight(presentation) || current?.number !== report.attempt)
    return recordLate(state, presentation, report.outcome)
  const { outcome } = report
  switch (outcome.result) {
    case 'accepted':
      return recordAccepted(state, presentation, outcome, facts)
    case 'declined': {
      const decline = toDecline(outcome)
      // A time-out somewhere on the way is no no: the money may have moved.
      return decline.advice === 'after_inquiry'
        ? recordUnknown(presentation)
        : recordDecline(state, presentation, decline, facts)
    }
    case 'unknown':
      return recordUnknown(presentation)
    case 'not_sent':
      return [
        presentationEvent('presentation.withdrawn', presentation.id, {
          due_at: resendAt(facts.now),
          reason: null,
        }),
      ]
    default:
      return outcome satisfies never
  }
}

function recordAccepted(
  state: MandateState,
  presentation: Presentation,
  outcome: Extract<Outcome, { result: 'accepted' }>,
  facts: Facts,
): MandateStreamEvent[] {
  const { id } = presentation
  if (outcome.state === 'done')
    return succeed(state, presentation, outcome, 'presentation.succeeded')
  const events: MandateStreamEvent[] = []
  if (outcome.state === 'awaiting_payer' && presentation.status === 'processing') {
    const expires_at = (facts.now + facts.provider.policy.pin_expiry_minutes * 60_000) as Instant
    events.push(presentationEvent('presentation.awaiting_payer', id, { expires_at }))
  }
  const attempt = lastAttempt(presentation)?.number ?? null
  const expected = expectedAnswers(outcome.later, { now: facts.now, attempt })
  return [
    ...events,
    ...expected.map((one) => presentationEvent('presentation.answer_expected', id, one)),
  ]
}

function succeed(
  state: MandateState,
  { id }: Presentation,
  outcome: Extract<Outcome, { result: 'accepted' }>,
  as: 'presentation.succeeded' | 'presentation.corrected',
): MandateStreamEvent[] {
  const receipt = {
    rrn: outcome.references?.rrn ?? null,
    npci_txn_id: outcome.references?.npci_txn_id ?? null,
  }
  const collected = presentationEvent(as, id, receipt)
  const { mandate } = state
  // A one-time mandate has done its work.
  return mandate.frequency === 'one_time' && mandate.ended_at === null
    ? [collected, mandateEvent('mandate.completed', mandate.id, {}), ...withdrawPlans(state)]
    : [collected]
}

/** A provider that could not be reached is left alone for a minute. */
function resendAt(now: Instant): Instant {
  return (now + 60_000) as Instant
}

/** Nobody can say yet: nothing is repeated until it is known. */
function recordUnknown(presentation: Presentation): MandateStreamEvent[] {
  return presentation.outcome === null
    ? [presentationEvent('presentation.outcome_unknown', presentation.id, {})]
    : []
}

/** A refused attempt: over for good, left to the caller, or planned again. */
export function recordDecline(
  state: MandateState,
  presentation: Presentation,
  decline: Decline,
  facts: Facts,
): MandateStreamEvent[] {
  const { id } = presentation
  const next =
    decline.advice === 'never' || presentation.attempts_left <= 0 || state.mandate.ended_at !== null
      ? null
      : earliestAttempt(attemptFacts(state, presentation, facts), facts.now)
  if (next === null) return [presentationEvent('presentation.failed', id, { decline })]
  if (presentation.retry === 'auto') {
    return [
      presentationEvent('presentation.retry_scheduled', id, {
        decline,
        due_at: next.at,
        reason: next.reason,
      }),
    ]
  }
  return [presentationEvent('presentation.declined', id, { decline })]
}

/** An answer to an attempt that is over. Only a success still matters: the money has moved. */
function recordLate(
  state: MandateState,
  presentation: Presentation,
  outcome: Outcome,
): MandateStreamEvent[] {
  if (outcome.result !== 'accepted' || outcome.state !== 'done') return []
  if (presentation.status !== 'failed' && presentation.status !== 'cancelled') return []
  return succeed(state, presentation, outcome, 'presentation.corrected')
}
