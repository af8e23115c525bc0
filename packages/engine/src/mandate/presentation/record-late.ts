import type { Facts } from '../../kernel/aggregate.ts'
import { toDecline } from '../../kernel/decline.ts'
import { expectedAnswers } from '../../kernel/expected-answers.ts'
import type { Outcome } from '../../ports/outcome.ts'
import { type MandateStreamEvent, presentationEvent } from '../events.ts'
import {
  type Attempt,
  attemptOf,
  isFinal,
  isInFlight,
  isOpenAttempt,
  lastAttempt,
  type Presentation,
} from './presentation.ts'
import { type Doubt, firstInquiryAt, recordUnknown } from './record-unknown.ts'

/**
 * Anything but a success, told of an attempt that the debit has gone on from. It changes nothing but the record of that
 * attempt: what was collected stays collected, what was refused stays refused. Doubt about an attempt that ended by a
 * clock or a caller, and of which the bank has not spoken, is asked about: the money may have moved.
 */
export function recordLate(
  presentation: Presentation,
  { number, outcome }: { number: number; outcome: Outcome },
  facts: Facts,
): MandateStreamEvent[] {
  const { id } = presentation
  const attempt = attemptOf(presentation, number)
  if (attempt === undefined) return []
  if (attempt.status === 'succeeded') {
    return outcome.result === 'declined' || outcome.result === 'not_sent'
      ? [presentationEvent('presentation.contradicted', id, { attempt: number, outcome })]
      : []
  }
  if (!isOpenAttempt(attempt)) return doubt(presentation, attempt, outcome, facts)
  switch (outcome.result) {
    case 'accepted':
    case 'unknown':
      return expectedAnswers(outcome.later, { now: facts.now, attempt: number }).map((one) =>
        presentationEvent('presentation.answer_expected', id, one),
      )
    case 'declined': {
      const decline = toDecline(outcome)
      return decline.advice === 'after_inquiry'
        ? []
        : [presentationEvent('presentation.attempt_closed', id, { attempt: number, decline })]
    }
    case 'not_sent':
      return [
        presentationEvent('presentation.attempt_closed', id, { attempt: number, decline: null }),
      ]
    default:
      return outcome satisfies never
  }
}

/** The bank cannot say what became of an attempt that ended without it: no other is made before that is known. */
function doubt(
  presentation: Presentation,
  attempt: Attempt,
  outcome: Outcome,
  facts: Facts,
): MandateStreamEvent[] {
  const unknown = doubtIn(outcome)
  if (unknown === null || !endedUnheard(presentation, attempt)) return []
  const { id } = presentation
  const last = lastAttempt(presentation)
  if (!isFinal(presentation) && last?.number === attempt.number)
    return recordUnknown(presentation, attempt, unknown, {}, facts)
  const doubted = presentationEvent('presentation.doubted', id, {
    attempt: attempt.number,
    truth: unknown.truth ?? null,
    inquire_at: firstInquiryAt(attempt, facts),
  })
  // What is under way goes on; what was only planned is given up.
  return isFinal(presentation) || isInFlight(presentation)
    ? [doubted]
    : [presentationEvent('presentation.failed', id, { decline: last?.decline ?? null }), doubted]
}

function doubtIn(outcome: Outcome): Doubt | null {
  if (outcome.result === 'unknown') return outcome
  return outcome.result === 'declined' && toDecline(outcome).advice === 'after_inquiry' ? {} : null
}

/** Whether nobody at the bank ended the attempt: the PIN’s time ran out, or the debit was called off meanwhile. */
function endedUnheard({ status, resolution }: Presentation, { decline }: Attempt): boolean {
  if (resolution !== null) return false
  return decline === null
    ? status === 'cancelled'
    : decline.npci_code === PIN_TIMEOUT && decline.provider_code === null
}

const PIN_TIMEOUT = 'U69'
