import { type Instant, type IsoDate, istDate, type SkipReason } from '@upi-autopay/rail'
import type { Facts } from '../../kernel/aggregate.ts'
import { createDebit } from '../debit/create.ts'
import type { MandateState } from '../mandate.ts'
import { isFinal } from '../presentation/presentation.ts'
import { cyclesAfter, planned, reachableDay } from './plan.ts'
import { debitOf, skipReason } from './run.ts'
import { isOpenSchedule, type PlannedCycle, type Schedule } from './schedule.ts'

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

/**
 * The next cycles of a schedule, at most `limit`: those whose debit is still to come, then those to be announced. Each is
 * judged by the very decision that will be made at its moment, on what is known now.
 */
export function upcomingCycles(
  state: MandateState,
  schedule: Schedule,
  { limit, ...facts }: Omit<Facts, 'mint'> & { readonly limit: number },
): UpcomingCycle[] {
  const cycles = announcedCycles(state, schedule)
  if (!isOpenSchedule(schedule)) return cycles
  const { now, provider } = facts
  const today = istDate(now)
  for (const one of cyclesAfter(state.mandate, schedule, schedule.position)) {
    if (cycles.length >= limit) break
    // What is over is no more to come: it is told as skipped when the schedule looks at it.
    if (one.days.until < today) continue
    const day = reachableDay(one, provider.policy, now)
    const debit_date = day ?? one.debit_date
    const moment = { now, policy: provider.policy }
    const due = planned(state.mandate, schedule, { ...one, debit_date }, moment)
    const fate = fateOf(state, schedule, due, day === null, facts)
    const { number, from, until, amount } = due
    const ids = { notification_id: null, presentation_id: null }
    cycles.push({ number, from, until, debit_date, amount, ...fate, ...ids })
  }
  return cycles
}

type Fate = Pick<UpcomingCycle, 'action' | 'notify_at' | 'reason' | 'waits_for'>

/** What becomes of a cycle as things stand. */
function fateOf(
  state: MandateState,
  schedule: Schedule,
  due: PlannedCycle,
  too_late: boolean,
  facts: Omit<Facts, 'mint'>,
): Fate {
  if (schedule.status === 'paused') return skip('schedule_paused')
  if (too_late) return skip('notice_too_late')
  const { notify_at, waits_for } = due
  if (waits_for !== null) return { action: 'announce', notify_at, reason: null, waits_for }
  const debit = createDebit(stateBy(notify_at, state), debitOf(schedule, due, NO_IDS), {
    ...facts,
    now: notify_at,
    mint: mintNothing,
  })
  return debit.ok
    ? { action: 'announce', notify_at, reason: null, waits_for: null }
    : skip(skipReason(debit.rejection).reason)
}

function skip(reason: SkipReason): Fate {
  return { action: 'skip', notify_at: null, reason, waits_for: null }
}

/** The debit is only thought of: it gets no ids. */
const NO_IDS = { notification_id: '', presentation_id: '' }

function mintNothing(): never {
  throw new Error('what is only thought of mints nothing')
}

/** The state at a later moment: a notice will have lapsed with its day. An open debit holds its cycle by itself. */
function stateBy(moment: Instant, state: MandateState): MandateState {
  const kept = Object.entries(state.notifications).filter(([, one]) => one.window_until > moment)
  return { ...state, notifications: Object.fromEntries(kept) }
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
