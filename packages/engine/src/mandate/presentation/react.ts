import type { Instant } from '@upi-autopay/rail'
import { NO_REACTION, type Reaction } from '../../kernel/aggregate.ts'
import { effectId } from '../../kernel/effect-names.ts'
import { answerTimer } from '../../kernel/expected-answers.ts'
import { HELD_AT } from '../../ports/work-store.ts'
import type { PresentationEvent } from '../events.ts'
import { effect, keys, timersOf } from '../follow-up.ts'
import type { MandateState } from '../mandate.ts'
import { inquiriesAfter } from './inquiries.ts'
import { isFinal, type Presentation } from './presentation.ts'

/** What follows from an event of a debit. */
export function reactToPresentation(
  state: MandateState,
  event: PresentationEvent,
  at: Instant,
): Reaction {
  const presentation = state.presentations[event.resource_id]
  if (presentation === undefined) return NO_REACTION
  const step =
    isFinal(presentation) && event.type !== 'presentation.answer_expected'
      ? endOf(presentation)
      : nextStep(state, presentation, event, at)
  const inquiries = inquiriesAfter(state, presentation, event)
  return inquiries === null ? step : both(step, inquiries)
}

/** Nothing more is planned. What the bank still has to say is heard to the end: its late yes is a correction. */
function endOf({ id, attempts }: Presentation): Reaction {
  return {
    ...NO_REACTION,
    timers_cleared: keys(['present', 'pin_expiry', 'window_end'], id),
    effects_withdrawn: [effectId('present', id, attempts.length)],
  }
}

function nextStep(
  state: MandateState,
  presentation: Presentation,
  event: PresentationEvent,
  at: Instant,
): Reaction {
  const { id } = presentation
  const timer = timersOf('presentation', id)
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
    case 'presentation.held': {
      const { reason, until } = event.data
      const end = until === null ? [] : [timer('window_end', until)]
      // Resuming the mandate sets the timer; lifting the merchant's stop makes the one that stands here due.
      const held = reason === 'debits_stopped' ? [timer('present', HELD_AT)] : []
      return { ...NO_REACTION, timers: [...end, ...held] }
    }
    case 'presentation.awaiting_payer':
      return { ...NO_REACTION, timers: [timer('pin_expiry', event.data.expires_at)] }
    case 'presentation.answer_expected': {
      const answer = answerTimer(timer, event.data)
      // The payer has acted: from here on it is the bank that takes its time.
      return { ...NO_REACTION, timers: [answer], timers_cleared: keys(['pin_expiry'], id) }
    }
    case 'presentation.outcome_unknown':
      // What the bank still owes an answer to is no longer the payer's to delay, and nothing is repeated meanwhile.
      return { ...NO_REACTION, timers_cleared: keys(['pin_expiry', 'present'], id) }
    case 'presentation.declined': {
      const { until } = event.data
      const end = until === null ? [] : [timer('window_end', until)]
      return { ...NO_REACTION, timers: end, timers_cleared: keys(['pin_expiry'], id) }
    }
    default:
      return NO_REACTION
  }
}

function both(one: Reaction, other: Reaction): Reaction {
  return {
    effects: [...one.effects, ...other.effects],
    timers: [...one.timers, ...other.timers],
    timers_cleared: [...one.timers_cleared, ...other.timers_cleared],
    effects_withdrawn: [...one.effects_withdrawn, ...other.effects_withdrawn],
  }
}
