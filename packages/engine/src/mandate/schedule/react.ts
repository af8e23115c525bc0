import { NO_REACTION, type Reaction } from '../../kernel/aggregate.ts'
import type { ScheduleEvent } from '../events.ts'
import { keys, timersOf } from '../follow-up.ts'
import type { MandateState } from '../mandate.ts'

/** What follows from an event of a schedule: it looks again when its next notice is due, and at nothing otherwise. */
export function reactToSchedule(state: MandateState, event: ScheduleEvent): Reaction {
  const id = event.resource_id
  const next = state.schedules[id]?.next ?? null
  return next === null
    ? { ...NO_REACTION, timers_cleared: keys(['schedule_notify'], id) }
    : { ...NO_REACTION, timers: [timersOf('schedule', id)('schedule_notify', next.notify_at)] }
}
