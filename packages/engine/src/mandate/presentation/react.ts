import type { Instant } from '@upi-autopay/rail'
import { NO_REACTION, type Reaction } from '../../kernel/aggregate.ts'
import type { PresentationEvent } from '../events.ts'
import { answerTimer } from '../expected-answers.ts'
import { effect, effectId, keys, timersOf } from '../follow-up.ts'
import type { MandateState } from '../mandate.ts'
import { isFinal } from './presentation.ts'

/** What follows from an event of a debit. */
export function reactToPresentation(
  state: MandateState,
  event: PresentationEvent,
  at: Instant,
): Reaction {
  const id = event.resource_id
  const presentation = state.presentations[id]
  if (presentation === undefined) return NO_REACTION
  const timer = timersOf('presentation', id)
  const unsent = { effects_withdrawn: [effectId('present', id, presentation.attempts.length)] }
  if (isFinal(presentation)) {
    // What the bank still has to say is heard to the end: its late yes is a correction.
    return {
      ...NO_REACTION,
      ...unsent,
      timers_cleared: keys(['present', 'pin_expiry', 'window_end'], id),
    }
  }
  const due = timer('present', presentation.due_at ?? at)
  switch (event.type) {
    case 'presentation.created': {
      const notification =
        presentation.notification_id === null
          ? undefined
          : state.notifications[presentation.notification_id]
      const end = notification === undefined ? [] : [timer('window_end', notification.window_until)]
      return { ...NO_REACTION, timers: [due, ...end] }
    }
    case 'presentation.withdrawn':
      return {
        ...NO_REACTION,
        timers: [due],
        effects_withdrawn: [effectId('present', id, presentation.attempts.length + 1)],
      }
    case 'presentation.deferred':
    case 'presentation.rescheduled':
    case 'presentation.retry_scheduled':
      return {
        ...NO_REACTION,
        timers: [due],
        timers_cleared: keys(['pin_expiry'], id),
      }
    case 'presentation.processing':
      return {
        ...NO_REACTION,
        effects: [
          effect(state, {
            kind: 'present',
            resource_kind: 'presentation',
            resource_id: id,
            amount: presentation.amount,
            attempt: event.data.attempt,
            authentication: event.data.authentication,
          }),
        ],
      }
    case 'presentation.awaiting_payer':
      return { ...NO_REACTION, timers: [timer('pin_expiry', event.data.expires_at)] }
    case 'presentation.answer_expected': {
      const answer = answerTimer(timer, event.data)
      // The payer has acted: from here on it is the bank that takes its time.
      return { ...NO_REACTION, timers: [answer], timers_cleared: keys(['pin_expiry'], id) }
    }
    case 'presentation.outcome_unknown':
    case 'presentation.declined':
      // What the bank still owes an answer to is no longer the payer's to delay.
      return { ...NO_REACTION, timers_cleared: keys(['pin_expiry'], id) }
    default:
      return NO_REACTION
  }
}
