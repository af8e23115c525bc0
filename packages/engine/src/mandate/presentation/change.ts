import { checkRules, earliestAttempt, PRESENTATION_RULES } from '@upi-autopay/rail'
import type { Decision, Facts } from '../../kernel/aggregate.ts'
import { toDecline } from '../../kernel/decline.ts'
import { expectedAnswers } from '../../kernel/expected-answers.ts'
import { reject, rejectViolations } from '../../kernel/result.ts'
import { type MandateStreamEvent, presentationEvent } from '../events.ts'
import type { MandateState } from '../mandate.ts'
import { rejectMandateState, rejectPresentationState } from '../state-conflict.ts'
import type { ActOnPresentation, RetryPresentation } from './commands.ts'
import { attemptFacts, wishedStart } from './facts.ts'
import { attemptUnderWay, lastAttempt, type Presentation } from './presentation.ts'
import { recordDecline } from './record-outcome.ts'

/** The merchant asks for another attempt after a decline. */
export function retryPresentation(
  state: MandateState,
  presentation: Presentation,
  command: RetryPresentation,
  facts: Facts,
): Decision<MandateStreamEvent> {
  if (presentation.status !== 'declined')
    return rejectPresentationState(presentation, 'only a declined one is retried')
  if (state.mandate.status !== 'active')
    return rejectMandateState(state.mandate, 'only an active mandate can be debited')
  const judged = {
    ...attemptFacts(state, presentation, facts),
    not_before: wishedStart(command, facts.now, facts.provider.policy),
  }
  const [first, ...rest] = checkRules(PRESENTATION_RULES, judged, facts.now)
  if (first !== undefined) return rejectViolations([first, ...rest])
  const next = earliestAttempt(judged, facts.now)
  if (next === null) {
    return reject({
      code: 'debit_window_closed',
      detail: 'No moment that all rules allow is left for another attempt.',
    })
  }
  const { when, present_at } = command
  return {
    ok: true,
    events: [
      presentationEvent('presentation.rescheduled', presentation.id, {
        due_at: next.at,
        reason: next.reason,
        when,
        present_at,
      }),
    ],
  }
}

/** The merchant gives the debit up, while it is not with the bank. */
export function cancelPresentation(presentation: Presentation): Decision<MandateStreamEvent> {
  const { status } = presentation
  if (status === 'processing') return rejectPresentationState(presentation, 'it is with the bank')
  if (
    status !== 'scheduled' &&
    status !== 'retry_scheduled' &&
    status !== 'declined' &&
    status !== 'awaiting_payer'
  ) {
    return rejectPresentationState(presentation, 'it is over')
  }
  return { ok: true, events: [presentationEvent('presentation.cancelled', presentation.id, {})] }
}

/** The payer enters the PIN, or declines the debit, in the UPI app. */
export function actOnPresentation(
  presentation: Presentation,
  command: ActOnPresentation,
  facts: Facts,
): Decision<MandateStreamEvent> {
  const attempt = attemptUnderWay(presentation)
  if (attempt?.authentication !== 'pin' || presentation.outcome !== null) {
    return rejectPresentationState(presentation, 'nothing is asked of the payer')
  }
  const asked = { now: facts.now, attempt: attempt.number }
  return {
    ok: true,
    events: expectedAnswers(command.answers, asked).map((expected) =>
      presentationEvent('presentation.answer_expected', presentation.id, expected),
    ),
  }
}

/** The payer did not enter the PIN in time: a declined attempt (NPCI code U69). */
export function expirePin(
  state: MandateState,
  presentation: Presentation,
  facts: Facts,
): MandateStreamEvent[] {
  if (presentation.status !== 'awaiting_payer') return []
  return recordDecline(
    state,
    presentation,
    toDecline({ provider_code: null, npci_code: 'U69' }),
    facts,
  )
}

/** The notified day is over: what is not with the bank ends here. */
export function closeWindow(presentation: Presentation): MandateStreamEvent[] {
  const { status } = presentation
  if (status !== 'scheduled' && status !== 'retry_scheduled' && status !== 'declined') return []
  return [
    presentationEvent('presentation.failed', presentation.id, {
      decline: lastAttempt(presentation)?.decline ?? null,
    }),
  ]
}
