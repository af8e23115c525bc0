import type { Instant, PresentationStatus } from '@upi-autopay/rail'
import type { ScheduleEvent } from '../events.ts'
import type { MandateState } from '../mandate.ts'
import type { Presentation } from '../presentation/presentation.ts'
import { isOpenSchedule, type Schedule, type ScheduleCounts } from './schedule.ts'

/** How many runs of skipped cycles a schedule shows; all of them stand in its events. */
const SKIPS_SHOWN = 12

/** Applies one event to a schedule. */
export function evolveSchedule(
  schedule: Schedule | undefined,
  event: ScheduleEvent,
  at: Instant,
): Schedule {
  if (event.type === 'schedule.created') return event.data.schedule
  if (schedule === undefined)
    throw new Error(`${event.type} of ${event.resource_id}, which is not loaded`)
  const moved = { ...schedule, updated_at: at, revision: schedule.revision + 1 }
  const ended = { next: null, ended_at: at }
  switch (event.type) {
    case 'schedule.cycle_announced': {
      const { announced, next } = event.data
      const { number, from } = announced
      return { ...moved, position: { number, from }, last: announced, next }
    }
    case 'schedule.cycle_skipped': {
      const { skipped, last_from, next } = event.data
      const { done } = schedule
      return {
        ...moved,
        position: { number: skipped.number + skipped.cycles - 1, from: last_from },
        skips: [...schedule.skips, skipped].slice(-SKIPS_SHOWN),
        done: { ...done, skipped: done.skipped + skipped.cycles },
        next,
      }
    }
    case 'schedule.replanned':
      return { ...moved, next: event.data.next }
    case 'schedule.paused':
      return { ...moved, status: 'paused', next: null }
    case 'schedule.resumed':
      return { ...moved, status: 'active', next: event.data.next }
    case 'schedule.completed':
      return { ...moved, ...ended, status: 'completed' }
    case 'schedule.cancelled':
      return { ...moved, ...ended, status: 'cancelled', end_reason: event.data.reason }
    default:
      return event satisfies never
  }
}

/** Counts a debit of a schedule when it ends, and anew when it is corrected while the schedule runs. Moves no revision: it is the debit's. */
export function countForSchedule(
  state: MandateState,
  before: Presentation | undefined,
  presentation_id: string,
): MandateState {
  const after = state.presentations[presentation_id]
  const schedule = state.schedules[after?.schedule_id ?? '']
  if (after === undefined || schedule === undefined) return state
  const left = before === undefined ? null : COUNTED[before.status]
  const entered = COUNTED[after.status]
  if (left === entered) return state
  // An ended schedule may have left the state: corrections after its end show on the debit only.
  if (left !== null && !isOpenSchedule(schedule)) return state
  const done: Record<keyof ScheduleCounts, number> = { ...schedule.done }
  if (left !== null) done[left] -= 1
  if (entered !== null) done[entered] += 1
  return { ...state, schedules: { ...state.schedules, [schedule.id]: { ...schedule, done } } }
}

const COUNTED: Readonly<Record<PresentationStatus, keyof ScheduleCounts | null>> = {
  scheduled: null,
  processing: null,
  awaiting_payer: null,
  retry_scheduled: null,
  declined: null,
  succeeded: 'succeeded',
  failed: 'failed',
  reversed: 'failed',
  cancelled: 'cancelled',
}
