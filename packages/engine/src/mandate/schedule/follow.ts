import type { Facts } from '../../kernel/aggregate.ts'
import { type MandateStreamEvent, scheduleEvent } from '../events.ts'
import type { MandateState } from '../mandate.ts'
import { isFinal } from '../presentation/presentation.ts'
import { planNext } from './plan.ts'
import { isOpenSchedule, type PlannedCycle, type Schedule } from './schedule.ts'

/** What an event of the stream means for the mandate's schedule: it ends, it is complete, or it plans anew. */
export function followWithSchedules(
  state: MandateState,
  event: MandateStreamEvent,
  facts: Facts,
): MandateStreamEvent[] {
  return Object.values(state.schedules)
    .filter(isOpenSchedule)
    .flatMap((schedule) => {
      switch (event.type as string) {
        case 'mandate.revoked':
          return [cancelled(schedule)]
        case 'mandate.completed':
          // Held up by the merchant, it did not come to its end: it was still to go on.
          return [schedule.status === 'active' ? completed(schedule) : cancelled(schedule)]
        case 'mandate.paused':
        case 'mandate.resumed':
        case 'mandate.modified':
          return [...planAnew(state, schedule, facts), ...completeIfOver(state, schedule)]
        default:
          return completeIfOver(state, schedule)
      }
    })
}

function completed({ id }: Schedule): MandateStreamEvent {
  return scheduleEvent('schedule.completed', id, {})
}

function cancelled({ id }: Schedule): MandateStreamEvent {
  return scheduleEvent('schedule.cancelled', id, { reason: 'mandate_ended' })
}

/** No cycle is left, and no debit of it is open. */
function completeIfOver({ presentations }: MandateState, schedule: Schedule): MandateStreamEvent[] {
  if (schedule.status !== 'active' || schedule.next !== null) return []
  const busy = Object.values(presentations).some(
    (one) => one.schedule_id === schedule.id && !isFinal(one),
  )
  return busy ? [] : [completed(schedule)]
}

/** What was missed is left out, and told, when the next cycle's moment comes: now. */
function planAnew(
  { mandate }: MandateState,
  schedule: Schedule,
  { now, provider }: Facts,
): MandateStreamEvent[] {
  if (schedule.status !== 'active') return []
  const { missed, next } = planNext(mandate, schedule, { now, policy: provider.policy })
  // A longer mandate may have cycles again, the first of them too late already, where none was left before.
  const due = schedule.next ?? next
  const wanted = missed.length === 0 ? next : due && { ...due, notify_at: now }
  if (isSame(wanted, schedule.next)) return []
  return [scheduleEvent('schedule.replanned', schedule.id, { next: wanted })]
}

function isSame(one: PlannedCycle | null, other: PlannedCycle | null): boolean {
  if (one === null || other === null) return one === other
  return (
    one.debit_date === other.debit_date &&
    one.last_date === other.last_date &&
    one.notify_at === other.notify_at &&
    one.waits_for === other.waits_for
  )
}
