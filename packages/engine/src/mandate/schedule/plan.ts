import {
  addDays,
  type Instant,
  type IsoDate,
  noticeMoments,
  type ProviderPolicy,
  type Recurrence,
  type ScheduleCycle,
  scheduleCycles,
} from '@upi-autopay/rail'
import type { CyclePosition, PlannedCycle, Schedule } from './schedule.ts'

/** What comes next, and what can no longer come. */
export interface Plan {
  /** The cycles before it whose notice would be too late. */
  readonly missed: readonly ScheduleCycle[]
  readonly next: PlannedCycle | null
}

type Terms = Pick<Schedule, 'starts_on' | 'until' | 'count' | 'amount' | 'amounts' | 'position'>

/** Looks for the first cycle after the schedule's position that can still be announced in time. */
export function planNext(
  recurrence: Recurrence,
  schedule: Terms,
  { now, policy }: { readonly now: Instant; readonly policy: ProviderPolicy },
): Plan {
  const missed: ScheduleCycle[] = []
  for (const one of cyclesAfter(recurrence, schedule, schedule.position)) {
    const debit_date = reachableDay(one, policy, now)
    if (debit_date !== null)
      return { missed, next: planned(schedule, { ...one, debit_date }, policy, now) }
    missed.push(one)
  }
  return { missed, next: null }
}

/** The cycles of a schedule after one that is behind it; all of them after null. */
export function* cyclesAfter(
  recurrence: Recurrence,
  schedule: Terms,
  position: CyclePosition | null,
): Generator<ScheduleCycle> {
  for (const one of scheduleCycles(recurrence, schedule, position ?? undefined))
    if (one.number !== position?.number) yield one
}

/** The schedule's day of the cycle, or the first later one that a notice can still reach; null if none. */
export function reachableDay(
  { days }: ScheduleCycle,
  policy: ProviderPolicy,
  now: Instant,
): IsoDate | null {
  for (let day = days.from; day <= days.until; day = addDays(day, 1))
    if (now < noticeMoments(day, policy).latest) return day
  return null
}

/** A cycle with its amount, and the moment at which its notice goes out. */
export function planned(
  { amount, amounts }: Terms,
  { number, cycle, debit_date, days }: ScheduleCycle,
  policy: ProviderPolicy,
  now: Instant,
): PlannedCycle {
  const { preferred } = noticeMoments(debit_date, policy)
  return {
    number,
    from: cycle.from,
    until: cycle.until,
    debit_date,
    last_date: days.until,
    amount: amounts?.[number - 1] ?? amount ?? 0,
    notify_at: Math.max(preferred, now) as Instant,
    waits_for: null,
  }
}
