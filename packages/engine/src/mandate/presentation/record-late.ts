import type { Facts } from '../../kernel/aggregate.ts'
import { toDecline } from '../../kernel/decline.ts'
import { expectedAnswers } from '../../kernel/expected-answers.ts'
import type { Outcome } from '../../ports/outcome.ts'
import { type MandateStreamEvent, presentationEvent } from '../events.ts'
import { attemptOf, isOpenAttempt, type Presentation } from './presentation.ts'

/**
 * Anything but a success, told of an attempt that the debit has gone on from. It changes nothing but the record of that
 * attempt: what was collected stays collected, what was refused stays refused.
 */
export function recordLate(
  presentation: Presentation,
  { number, outcome }: { number: number; outcome: Outcome },
  facts: Facts,
): MandateStreamEvent[] {
  const { id, status } = presentation
  const attempt = attemptOf(presentation, number)
  // Only of a debit that was collected can anything be open, or be contradicted.
  if (attempt === undefined || (status !== 'succeeded' && status !== 'reversed')) return []
  if (attempt.status === 'succeeded') {
    return outcome.result === 'declined' || outcome.result === 'not_sent'
      ? [presentationEvent('presentation.contradicted', id, { attempt: number, outcome })]
      : []
  }
  if (!isOpenAttempt(attempt)) return []
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
