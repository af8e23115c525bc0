import type { Instant } from '@upi-autopay/rail'
import { NO_REACTION, type Reaction, type TimerDraft } from '../../kernel/aggregate.ts'
import { effectId } from '../../kernel/effect-names.ts'
import type { PresentationEvent } from '../events.ts'
import { effect, timersOf } from '../follow-up.ts'
import type { MandateState } from '../mandate.ts'
import { attemptOf, isOpenAttempt, lastAttempt, type Presentation } from './presentation.ts'

/**
 * The status inquiries that an event of a debit sets off, or makes needless. Null where none are concerned, as with
 * nearly every debit: their banks answer.
 */
export function inquiriesAfter(
  state: MandateState,
  presentation: Presentation,
  event: PresentationEvent,
): Reaction | null {
  const { id } = presentation
  switch (event.type) {
    case 'presentation.acknowledged':
    case 'presentation.doubted':
    case 'presentation.outcome_unknown': {
      const { attempt, inquire_at } = event.data
      return inquire_at === null ? null : planned(id, attempt, inquire_at)
    }
    case 'presentation.inquired': {
      const { attempt, inquiry, next_at } = event.data
      const asked = effect(state, {
        kind: 'inquire',
        resource_kind: 'presentation',
        resource_id: id,
        amount: presentation.amount,
        attempt,
        inquiry,
        truth: attemptOf(presentation, attempt)?.truth ?? null,
      })
      const next = next_at === null ? [] : [inquiryTimer(id, attempt, next_at)]
      return { ...NO_REACTION, effects: [asked], timers: next }
    }
    case 'presentation.awaiting_payer':
      // It is the payer who takes his time: nobody is asked until the bank is silent again.
      return {
        ...NO_REACTION,
        timers_cleared: [inquiryKey(id, lastAttempt(presentation)?.number ?? 0)],
      }
    case 'presentation.succeeded':
    case 'presentation.corrected':
    case 'presentation.surplus_collected': {
      const { attempt, still_open } = event.data
      const over = ended(presentation, attempt)
      if (still_open === null) return over
      const open = planned(id, still_open.attempt, still_open.inquire_at)
      return over === null ? open : { ...over, timers: open.timers }
    }
    case 'presentation.attempt_closed':
      return ended(presentation, event.data.attempt)
    case 'presentation.declined':
    case 'presentation.retry_scheduled':
    case 'presentation.failed':
      return ended(presentation, lastAttempt(presentation)?.number ?? null)
    case 'presentation.withdrawn':
      return { ...NO_REACTION, timers_cleared: [inquiryKey(id, presentation.attempts.length + 1)] }
    default:
      return null
  }
}

function planned(id: string, attempt: number, at: Instant): Reaction {
  return { ...NO_REACTION, timers: [inquiryTimer(id, attempt, at)] }
}

/** The bank has answered: it is asked no more, and a question not yet sent stays unsent. */
function ended(presentation: Presentation, number: number | null): Reaction | null {
  const attempt = attemptOf(presentation, number)
  if (attempt === undefined || attempt.inquire_from === null || isOpenAttempt(attempt)) return null
  const { id } = presentation
  const asked = effectId('inquire', id, attempt.number, attempt.inquiries)
  return {
    ...NO_REACTION,
    timers_cleared: [inquiryKey(id, attempt.number)],
    effects_withdrawn: attempt.inquiries === 0 ? [] : [asked],
  }
}

function inquiryTimer(id: string, attempt: number, at: Instant): TimerDraft {
  const key = inquiryKey(id, attempt)
  return { ...timersOf('presentation', id)('inquire', at), key, attempt }
}

function inquiryKey(id: string, attempt: number): string {
  return `inquire:${id}:${attempt}`
}
