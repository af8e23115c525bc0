import type {
  Schedule as WireSchedule,
  ScheduleUpcoming as WireUpcoming,
} from '@upi-autopay/contract'
import type { ReadRow, Schedule, UpcomingCycle } from '@upi-autopay/engine'
import { allowedActions, type IsoDate } from '@upi-autopay/rail'
import { instant, type RenderContext } from './context.ts'

/** A schedule as merchants read it. */
export function renderSchedule(schedule: Schedule, context: RenderContext): WireSchedule {
  const { next, last } = schedule
  return {
    id: schedule.id,
    object: 'schedule',
    livemode: context.livemode,
    created_at: instant(schedule.created_at),
    updated_at: instant(schedule.updated_at),
    metadata: { ...schedule.metadata },
    status: schedule.status,
    allowed_actions: [...allowedActions('schedule', schedule.status)],
    mandate_id: schedule.mandate_id,
    reference_id: schedule.reference_id,
    description: schedule.description,
    currency: 'INR',
    amount: schedule.amount,
    amounts: schedule.amounts && [...schedule.amounts],
    starts_on: schedule.starts_on,
    until: schedule.until,
    count: schedule.count,
    retry: schedule.retry,
    when: schedule.when,
    next: next && {
      number: next.number,
      cycle: span(next),
      debit_date: next.debit_date,
      amount: next.amount,
      notify_at: instant(next.notify_at),
      waits_for: next.waits_for,
    },
    last: last && {
      number: last.number,
      cycle: span(last),
      debit_date: last.debit_date,
      amount: last.amount,
      notification_id: last.notification_id,
      presentation_id: last.presentation_id,
    },
    skips: schedule.skips.map((skip) => ({ ...skip, at: instant(skip.at) })),
    done: { ...schedule.done },
    ended_at: instant(schedule.ended_at),
    end_reason: schedule.end_reason,
  }
}

/** A row of the kind, as merchants read it. */
export function showSchedule({ row }: ReadRow, context: RenderContext): WireSchedule {
  return renderSchedule(row.data as Schedule, context)
}

/** What a schedule will do next. */
export function renderUpcoming(
  schedule_id: string,
  cycles: readonly UpcomingCycle[],
  context: RenderContext,
): WireUpcoming {
  return {
    object: 'schedule_upcoming',
    schedule_id,
    as_of: instant(context.now),
    cycles: cycles.map(({ from, until, ...one }) => ({
      ...one,
      cycle: span({ from, until }),
      notify_at: instant(one.notify_at),
    })),
  }
}

function span({ from, until }: { from: IsoDate; until: IsoDate }): { from: string; until: string } {
  return { from, until }
}
