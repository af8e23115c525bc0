import type { Decision, Facts } from '../../kernel/aggregate.ts'
import { type MandateStreamEvent, scheduleEvent } from '../events.ts'
import type { MandateState } from '../mandate.ts'
import { rejectScheduleState } from '../state-conflict.ts'
import type { ChangeSchedule } from './commands.ts'
import { planNext } from './plan.ts'
import { isOpenSchedule, type Schedule } from './schedule.ts'
import { skipMissed } from './skip.ts'

/** The merchant holds a schedule up, lets it go on, or ends it. */
export function changeSchedule(
  state: MandateState,
  schedule: Schedule,
  command: ChangeSchedule,
  facts: Facts,
): Decision<MandateStreamEvent> {
  const { id } = schedule
  switch (command.type) {
    case 'PauseSchedule':
      if (schedule.status !== 'active')
        return rejectScheduleState(schedule, 'only an active one is paused')
      return { ok: true, events: [scheduleEvent('schedule.paused', id, {})] }
    case 'ResumeSchedule':
      return resume(state, schedule, facts)
    case 'CancelSchedule':
      if (!isOpenSchedule(schedule)) return rejectScheduleState(schedule, 'it is over')
      return { ok: true, events: [scheduleEvent('schedule.cancelled', id, { reason: 'merchant' })] }
    default:
      return command.type satisfies never
  }
}

/** Goes on with the next cycle that can still be announced; those that passed meanwhile are left out. */
function resume(
  state: MandateState,
  schedule: Schedule,
  facts: Facts,
): Decision<MandateStreamEvent> {
  if (schedule.status !== 'paused')
    return rejectScheduleState(schedule, 'only a paused one is resumed')
  const plan = planNext(state.mandate, schedule, { now: facts.now, policy: facts.provider.policy })
  const next = plan.missed.length === 0 ? plan.next : null
  return {
    ok: true,
    events: [
      scheduleEvent('schedule.resumed', schedule.id, { next }),
      ...skipMissed(schedule, plan, 'schedule_paused', facts.now),
    ],
  }
}
