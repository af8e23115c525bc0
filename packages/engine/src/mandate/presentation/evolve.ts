import type { Instant } from '@upi-autopay/rail'
import type { PresentationEvent } from '../events.ts'
import type { Receipt } from './events.ts'
import { type Attempt, isInFlight, type Presentation } from './presentation.ts'

const SURPLUS = 'presentation.surplus_collected'
/** Also of an attempt that had ended without the bank. */
const IN_DOUBT = { status: 'unknown', ended_at: null, decline: null } as const

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
    case 'presentation.contradicted':
      return presentation
    case 'presentation.deferred':
      return { ...moved, due_at: event.data.due_at, deferred_because: event.data.reason }
    case 'presentation.held':
      return { ...moved, deferred_because: event.data.reason }
    case 'presentation.withdrawn':
      return {
        ...moved,
        status: 'scheduled',
        outcome: null,
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
        // The bank is known to wait: of the outcome nothing is in doubt.
        outcome: null,
        attempts: changeLast(presentation.attempts, {
          status: 'awaiting_payer',
          inquire_from: null,
        }),
      }
    case 'presentation.acknowledged':
      return {
        ...presentation,
        attempts: change(presentation.attempts, event.data.attempt, {
          inquire_from: event.data.inquire_at,
        }),
      }
    case 'presentation.outcome_unknown': {
      const { attempt, truth, inquire_at } = event.data
      return {
        ...moved,
        ...waiting,
        status: 'processing',
        outcome: 'unknown',
        attempts: change(presentation.attempts, attempt, {
          ...IN_DOUBT,
          truth,
          ...(inquire_at !== null && { inquire_from: inquire_at }),
        }),
      }
    }
    case 'presentation.doubted': {
      const { attempt, truth, inquire_at } = event.data
      const doubted = { ...IN_DOUBT, truth, inquire_from: inquire_at }
      return { ...moved, attempts: change(presentation.attempts, attempt, doubted) }
    }
    case 'presentation.inquired': {
      const { attempt, inquiry } = event.data
      return {
        ...moved,
        attempts: change(presentation.attempts, attempt, { inquiries: inquiry }),
      }
    }
    case 'presentation.unresolved':
      return { ...moved, outcome: 'unresolved' }
    case 'presentation.resolved': {
      const { outcome, note } = event.data
      return { ...moved, resolution: { outcome, note, at } }
    }
    case 'presentation.succeeded':
    case 'presentation.corrected':
    case 'presentation.surplus_collected':
      return {
        ...moved,
        ...waiting,
        ...collect(presentation, event.data, { surplus: event.type === SURPLUS, at }),
      }
    case 'presentation.attempt_closed': {
      const { attempt, decline } = event.data
      const closed = { status: 'declined', ended_at: at, decline } as const
      return { ...moved, attempts: change(presentation.attempts, attempt, closed) }
    }
    case 'presentation.reversed':
      return {
        ...moved,
        status: 'reversed',
        amount_reversed: presentation.amount_reversed + event.data.amount,
        reversed_at: at,
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
        attempts: endAttempt(presentation, event.data.decline, at),
      }
    case 'presentation.cancelled':
      return {
        ...moved,
        ...waiting,
        status: 'cancelled',
        attempts: endAttempt(presentation, null, at),
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
    surplus: false,
    inquiries: 0,
    inquire_from: null,
    truth: null,
  }
}

/** One attempt's success. The debit shows the references of the first one, and a reversal stands. */
function collect(
  presentation: Presentation,
  { attempt, rrn, npci_txn_id, still_open }: Receipt,
  { surplus, at }: { surplus: boolean; at: Instant },
): Partial<Presentation> {
  const { succeeded_at, status } = presentation
  const won = { rrn, npci_txn_id, status: 'succeeded', ended_at: at, decline: null } as const
  const known = presentation.attempts.some((one) => one.number === attempt)
  const attempts = known
    ? presentation.attempts
    : // One that was taken back as never sent, and was made after all.
      [...presentation.attempts, beginAttempt({ attempt, authentication: 'none' }, at)]
  const collected = change(attempts, attempt, { ...won, surplus })
  return {
    status: status === 'reversed' ? 'reversed' : 'succeeded',
    outcome: null,
    failure: null,
    ...(succeeded_at === null && { rrn, npci_txn_id, succeeded_at: at }),
    attempts:
      still_open === null
        ? collected
        : change(collected, still_open.attempt, { inquire_from: still_open.inquire_at }),
  }
}

function change(
  attempts: readonly Attempt[],
  number: number,
  changed: Partial<Attempt>,
): readonly Attempt[] {
  return attempts.map((attempt) =>
    attempt.number === number ? { ...attempt, ...changed } : attempt,
  )
}

function changeLast(attempts: readonly Attempt[], change: Partial<Attempt>): Attempt[] {
  return attempts.map((attempt, index) =>
    index === attempts.length - 1 ? { ...attempt, ...change } : attempt,
  )
}

/** Ends the attempt under way, if there is one. Any other keeps what the bank said of it, or that it could not say. */
function endAttempt(
  presentation: Presentation,
  decline: Attempt['decline'],
  at: Instant,
): readonly Attempt[] {
  const { attempts } = presentation
  return isInFlight(presentation)
    ? changeLast(attempts, { status: 'declined', ended_at: at, decline })
    : attempts
}
