import type { Instant } from '@upi-autopay/rail'
import type { PresentationEvent } from '../events.ts'
import type { Attempt, Presentation } from './presentation.ts'

/** Applies one event to a presentation. */
export function evolvePresentation(
  presentation: Presentation | undefined,
  event: PresentationEvent,
  at: Instant,
): Presentation {
  if (event.type === 'presentation.created') return event.data.presentation
  if (presentation === undefined)
    throw new Error(`${event.type} of ${event.resource_id}, which is not loaded`)
  const moved = { ...presentation, updated_at: at, revision: presentation.revision + 1 }
  const waiting = { due_at: null, deferred_because: null, payer_expires_at: null }
  switch (event.type) {
    case 'presentation.answer_expected':
      return presentation
    case 'presentation.deferred':
      return { ...moved, due_at: event.data.due_at, deferred_because: event.data.reason }
    case 'presentation.withdrawn':
      return {
        ...moved,
        status: 'scheduled',
        due_at: event.data.due_at,
        deferred_because: event.data.reason,
        attempts: presentation.attempts.slice(0, -1),
        attempts_left: presentation.attempts_left + 1,
      }
    case 'presentation.processing':
      return {
        ...moved,
        ...waiting,
        status: 'processing',
        attempts: [...presentation.attempts, beginAttempt(event.data, at)],
        attempts_left: event.data.attempts_left,
      }
    case 'presentation.awaiting_payer':
      return {
        ...moved,
        status: 'awaiting_payer',
        payer_expires_at: event.data.expires_at,
        attempts: changeLast(presentation.attempts, { status: 'awaiting_payer' }),
      }
    case 'presentation.outcome_unknown':
      return {
        ...moved,
        ...waiting,
        status: 'processing',
        outcome: 'unknown',
        attempts: changeLast(presentation.attempts, { status: 'unknown' }),
      }
    case 'presentation.succeeded':
    case 'presentation.corrected':
      return {
        ...moved,
        ...waiting,
        ...event.data,
        status: 'succeeded',
        outcome: null,
        failure: null,
        succeeded_at: at,
        attempts: changeLast(presentation.attempts, {
          ...event.data,
          status: 'succeeded',
          ended_at: at,
          decline: null,
        }),
      }
    case 'presentation.declined':
      return {
        ...moved,
        ...waiting,
        status: 'declined',
        outcome: null,
        attempts: changeLast(presentation.attempts, {
          status: 'declined',
          ended_at: at,
          decline: event.data.decline,
        }),
      }
    case 'presentation.retry_scheduled':
      return {
        ...moved,
        ...waiting,
        status: 'retry_scheduled',
        outcome: null,
        due_at: event.data.due_at,
        deferred_because: event.data.reason,
        attempts: changeLast(presentation.attempts, {
          status: 'declined',
          ended_at: at,
          decline: event.data.decline,
        }),
      }
    case 'presentation.rescheduled': {
      const { due_at, reason, when, present_at } = event.data
      return { ...moved, status: 'scheduled', due_at, deferred_because: reason, when, present_at }
    }
    case 'presentation.failed':
      return {
        ...moved,
        ...waiting,
        status: 'failed',
        outcome: null,
        failure: event.data.decline,
        attempts: endOpenAttempt(presentation.attempts, event.data.decline, at),
      }
    case 'presentation.cancelled':
      return {
        ...moved,
        ...waiting,
        status: 'cancelled',
        attempts: endOpenAttempt(presentation.attempts, null, at),
      }
    default:
      return event satisfies never
  }
}

function beginAttempt(
  begun: { attempt: number; authentication: 'pin' | 'none' },
  at: Instant,
): Attempt {
  return {
    number: begun.attempt,
    started_at: at,
    ended_at: null,
    authentication: begun.authentication,
    status: 'processing',
    rrn: null,
    npci_txn_id: null,
    decline: null,
  }
}

function changeLast(attempts: readonly Attempt[], change: Partial<Attempt>): Attempt[] {
  return attempts.map((attempt, index) =>
    index === attempts.length - 1 ? { ...attempt, ...change } : attempt,
  )
}

/** Ends the attempt under way; one that is over keeps what the bank said of it. */
function endOpenAttempt(
  attempts: readonly Attempt[],
  decline: Attempt['decline'],
  at: Instant,
): readonly Attempt[] {
  const last = attempts[attempts.length - 1]
  if (last === undefined || last.ended_at !== null) return attempts
  return changeLast(attempts, { status: 'declined', ended_at: at, decline })
}
