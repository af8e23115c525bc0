import type { Instant, IsoDate, ProviderPolicy, SkipReason } from '@upi-autopay/rail'
import type { MandateState } from '../mandate.ts'
import { isOpenNotification } from '../notification/notification.ts'
import { openDebit } from '../presentation/open-debit.ts'
import { isFinal } from '../presentation/presentation.ts'
import { cyclesAfter, planned, reachableDay } from './plan.ts'
import { isOpenSchedule, type Schedule } from './schedule.ts'

/** One cycle that is still to come, and what will happen to it as things stand. */
export interface UpcomingCycle {
  readonly number: number
  readonly from: IsoDate
  readonly until: IsoDate
  readonly debit_date: IsoDate
  readonly amount: number
  /** `announced`: notice and debit are made, the debit is to come. */
  readonly action: 'announced' | 'announce' | 'skip'
  /** When its notice goes out; null where it went out, or will not. */
  readonly notify_at: Instant | null
  /** Why it will be skipped; null otherwise. */
  readonly reason: SkipReason | null
  /** What holds its notice up. */
  readonly waits_for: 'mandate_paused' | null
  readonly notification_id: string | null
  readonly presentation_id: string | null
}

/** The next cycles of a schedule, at most `limit`: those whose debit is still to come, then those to be announced. */
export function upcomingCycles(
  state: MandateState,
  schedule: Schedule,
  at: { readonly now: Instant; readonly policy: ProviderPolicy; readonly limit: number },
): UpcomingCycle[] {
  const cycles = announcedCycles(state, schedule)
  if (!isOpenSchedule(schedule) || state.mandate.ended_at !== null) return cycles
  for (const one of cyclesAfter(state.mandate, schedule, schedule.position)) {
    if (cycles.length >= at.limit) break
    const day = reachableDay(one, at.policy, at.now)
    const plan = planned(schedule, { ...one, debit_date: day ?? one.debit_date }, at.policy, at.now)
    const held = schedule.next?.number === one.number ? schedule.next : plan
    const reason = day === null ? 'notice_too_late' : obstacle(state, schedule, one.cycle.key)
    const { number, from, until, debit_date, amount } = plan
    cycles.push({
      ...{ number, from, until, debit_date, amount, reason },
      action: reason === null ? 'announce' : 'skip',
      notify_at: reason === null ? held.notify_at : null,
      waits_for: reason === null ? held.waits_for : null,
      notification_id: null,
      presentation_id: null,
    })
  }
  return cycles
}

function announcedCycles(state: MandateState, { id }: Schedule): UpcomingCycle[] {
  return Object.values(state.presentations).flatMap((one): UpcomingCycle[] => {
    const notice = state.notifications[one.notification_id ?? '']
    if (one.schedule_id !== id || isFinal(one) || notice === undefined) return []
    return [
      {
        number: Number(one.reference_id.slice(id.length + 1)),
        from: notice.cycle.from ?? notice.debit_date,
        until: notice.cycle.until ?? notice.debit_date,
        debit_date: notice.debit_date,
        amount: one.amount,
        action: 'announced',
        ...{ notify_at: null, reason: null, waits_for: null },
        notification_id: notice.id,
        presentation_id: one.id,
      },
    ]
  })
}

/** What would make the cycle be left out if its moment were now. */
function obstacle(state: MandateState, schedule: Schedule, key: string): SkipReason | null {
  if (schedule.status === 'paused') return 'schedule_paused'
  if (state.cycles[key]?.succeeded === true) return 'already_debited'
  const notified = Object.values(state.notifications).some(
    (one) => one.cycle.key === key && isOpenNotification(one) && one.status !== 'used',
  )
  return notified || openDebit(state, key) !== undefined ? 'already_announced' : null
}
