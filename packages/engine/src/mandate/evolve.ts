import { type Instant, istDate } from '@upi-autopay/rail'
import type {
  MandateOwnEvent,
  MandateStreamEvent,
  ModificationEvent,
  NotificationEvent,
  PresentationEvent,
  ScheduleEvent,
} from './events.ts'
import type { CycleCounters, Mandate, MandateState, NumberedCycle } from './mandate.ts'
import { evolveModification } from './modification/evolve.ts'
import { evolveNotification } from './notification/evolve.ts'
import { evolvePresentation } from './presentation/evolve.ts'
import { endsCycle, type Presentation } from './presentation/presentation.ts'
import { countForSchedule, evolveSchedule } from './schedule/evolve.ts'
import { withDispute, withRefund } from './taken-back.ts'

/** Applies one event. The only place where a mandate's state comes from; nothing here judges. */
export function evolveMandate(
  state: MandateState | null,
  event: MandateStreamEvent,
  at: Instant,
): MandateState {
  if (event.type === 'mandate.created') return begin(event.data.mandate)
  if (state === null)
    throw new Error(`the stream of ${event.resource_id} does not begin with its creation`)
  switch (event.resource_kind) {
    case 'mandate':
      return stretchCycle({ ...state, mandate: evolveTerms(state.mandate, event, at) }, event)
    case 'modification':
      return { ...state, mandate: withModification(state.mandate, event, at) }
    case 'notification':
      return countNotice(withNotification(state, event, at), event, at)
    case 'presentation':
      return countForSchedule(
        countDebit(withPresentation(state, event, at), event, at),
        state.presentations[event.resource_id],
        event.resource_id,
      )
    case 'reversal': {
      const { reversal } = event.data
      return { ...state, reversals: { ...state.reversals, [reversal.id]: reversal } }
    }
    case 'refund':
      return withRefund(state, event, at)
    case 'dispute':
      return withDispute(state, event, at)
    case 'schedule':
      return withSchedule(state, event, at)
    default:
      return event satisfies never
  }
}

function begin(mandate: Mandate): MandateState {
  return {
    mandate,
    notifications: {},
    presentations: {},
    refunds: {},
    reversals: {},
    disputes: {},
    schedules: {},
    cycles: {},
    next_sequence_number: 1,
    any_success: false,
    instant_attempts: 0,
  }
}

type LaterEvent = Exclude<MandateOwnEvent, { type: 'mandate.created' }>

function evolveTerms(mandate: Mandate, event: LaterEvent, at: Instant): Mandate {
  const moved = { ...mandate, updated_at: at, revision: mandate.revision + 1 }
  switch (event.type) {
    case 'mandate.authorization_opened':
      return { ...mandate, opened_at: at }
    case 'mandate.answer_expected':
      return mandate
    case 'mandate.activated':
      return { ...moved, status: 'active', umn: event.data.umn, activated_at: at }
    case 'mandate.rejected':
      return { ...moved, status: 'rejected', status_reason: event.data.decline, ended_at: at }
    case 'mandate.expired':
      return { ...moved, status: 'expired', ended_at: at }
    case 'mandate.paused':
      return { ...moved, status: 'paused' }
    case 'mandate.resumed':
      return { ...moved, status: 'active' }
    case 'mandate.modified':
      return { ...moved, amount: event.data.amount, end_date: event.data.end_date }
    case 'mandate.revoked':
      return {
        ...moved,
        status: 'revoked',
        ended_at: at,
        revoked_by: event.data.by,
        status_reason: event.data.decline,
      }
    case 'mandate.completed':
      return { ...moved, status: 'completed', ended_at: at }
    default:
      return event satisfies never
  }
}

/** The cycle of a one-time mandate is its whole validity, and keeps its number and attempts when that changes. */
function stretchCycle(state: MandateState, event: MandateOwnEvent): MandateState {
  const { mandate, cycles } = state
  if (event.type !== 'mandate.modified' || mandate.frequency !== 'one_time') return state
  const until = mandate.end_date
  return {
    ...state,
    mandate: {
      ...mandate,
      numbered_cycles: mandate.numbered_cycles.map((cycle) => ({ ...cycle, until })),
    },
    cycles: Object.fromEntries(
      Object.entries(cycles).map(([key, counters]) => [key, { ...counters, until }]),
    ),
  }
}

/** A change of the terms is part of what the mandate shows, and moves its version. */
function withModification(mandate: Mandate, event: ModificationEvent, at: Instant): Mandate {
  const modification = evolveModification(mandate.modification, event, at)
  if (modification === mandate.modification) return mandate
  return { ...mandate, modification, updated_at: at, revision: mandate.revision + 1 }
}

function withNotification(
  state: MandateState,
  event: NotificationEvent,
  at: Instant,
): MandateState {
  const next = evolveNotification(state.notifications[event.resource_id], event, at)
  return { ...state, notifications: { ...state.notifications, [next.id]: next } }
}

function withPresentation(
  state: MandateState,
  event: PresentationEvent,
  at: Instant,
): MandateState {
  const next = evolvePresentation(state.presentations[event.resource_id], event, at)
  return { ...state, presentations: { ...state.presentations, [next.id]: next } }
}

function withSchedule(state: MandateState, event: ScheduleEvent, at: Instant): MandateState {
  const next = evolveSchedule(state.schedules[event.resource_id], event, at)
  return { ...state, schedules: { ...state.schedules, [next.id]: next } }
}

function countNotice(state: MandateState, event: NotificationEvent, at: Instant): MandateState {
  if (event.type !== 'notification.created') return state
  const { notification } = event.data
  const { key, until } = notification.cycle
  const { sequence_number, debit_date } = notification
  return openCycle(state, { key, sequence_number, until: until ?? debit_date }, at)
}

function countDebit(state: MandateState, event: PresentationEvent, at: Instant): MandateState {
  const presentation = state.presentations[event.resource_id]
  if (presentation === undefined) return state
  const key = presentation.cycle_key
  switch (event.type) {
    case 'presentation.created':
      return openCycle(
        state,
        {
          key,
          sequence_number: presentation.sequence_number,
          until: event.data.cycle_until,
        },
        at,
      )
    case 'presentation.processing':
      return count(countInstant(state, presentation, 1), key, (counters) => ({
        ...counters,
        attempts: counters.attempts + 1,
        last_attempt_at: at,
      }))
    case 'presentation.withdrawn':
      return count(countInstant(state, presentation, -1), key, (counters) => ({
        ...counters,
        attempts: counters.attempts - 1,
        last_attempt_at:
          presentation.attempts[presentation.attempts.length - 1]?.started_at ?? null,
      }))
    case 'presentation.succeeded':
    case 'presentation.corrected':
    case 'presentation.surplus_collected': {
      const counted = count(state, key, (counters) => ({ ...counters, succeeded: true }))
      return {
        ...counted,
        any_success: true,
        mandate: markSpent(state.mandate, presentation),
      }
    }
    case 'presentation.failed':
      return endsCycle(presentation)
        ? { ...state, mandate: markSpent(state.mandate, presentation) }
        : state
    default:
      return state
  }
}

function openCycle(state: MandateState, cycle: NumberedCycle, at: Instant): MandateState {
  const { key, ...first } = cycle
  if (state.cycles[key] !== undefined) return state
  const next_sequence_number = state.next_sequence_number + 1
  const today = istDate(at)
  const current = state.mandate.numbered_cycles.filter(({ until }) => until >= today)
  return {
    ...state,
    cycles: {
      ...state.cycles,
      [key]: { ...first, attempts: 0, last_attempt_at: null, succeeded: false },
    },
    next_sequence_number,
    mandate: { ...state.mandate, next_sequence_number, numbered_cycles: [...current, cycle] },
  }
}

function count(
  state: MandateState,
  key: string,
  change: (counters: CycleCounters) => CycleCounters,
): MandateState {
  const counters = state.cycles[key]
  return counters === undefined
    ? state
    : { ...state, cycles: { ...state.cycles, [key]: change(counters) } }
}

function countInstant(state: MandateState, { instant }: Presentation, by: 1 | -1): MandateState {
  return instant ? { ...state, instant_attempts: state.instant_attempts + by } : state
}

function markSpent(mandate: Mandate, { cycle_until }: Presentation): Mandate {
  const newest = mandate.spent_until === null || mandate.spent_until < cycle_until
  return newest ? { ...mandate, spent_until: cycle_until } : mandate
}
