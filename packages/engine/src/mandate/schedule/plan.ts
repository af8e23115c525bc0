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
import type { Mandate } from '../mandate.ts'
import type { CyclePosition, PlannedCycle, Schedule } from './schedule.ts'

/** What comes next, and what can no longer come. */
export interface Plan {
  /** The cycles before it whose notice would be too late. */
  readonly missed: readonly ScheduleCycle[]
  readonly next: PlannedCycle | null
}

/** A last try is made this long before it is too late. */
const LAST_TRY_MS = 60_000

/** What of a mandate decides when its schedule acts. */
type Cycling = Recurrence & Pick<Mandate, 'status'>

type Terms = Pick<Schedule, 'starts_on' | 'until' | 'count' | 'amount' | 'amounts' | 'position'>

/** Looks for the first cycle after the schedule's position that can still be announced in time. */
export function planNext(mandate: Cycling, schedule: Terms, moment: Moment): Plan {
  const missed: ScheduleCycle[] = []
  for (const one of cyclesAfter(mandate, schedule, schedule.position)) {
    const debit_date = reachableDay(one, moment.policy, moment.now)
    if (debit_date !== null)
      return { missed, next: planned(mandate, schedule, { ...one, debit_date }, moment) }
    missed.push(one)
  }
  return { missed, next: null }
}

interface Moment {
  readonly now: Instant
  readonly policy: ProviderPolicy
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

/**
 * A cycle with its amount, and the moment at which its notice goes out. While the payer has paused the mandate it waits:
 * that may be over before it is too late, so the last moment is the one.
 */
export function planned(
  { status }: Pick<Mandate, 'status'>,
  { amount, amounts }: Terms,
  { number, cycle, debit_date, days }: ScheduleCycle,
  { now, policy }: Moment,
): PlannedCycle {
  const held = status === 'paused'
  const wished = held
    ? noticeMoments(days.until, policy).latest - LAST_TRY_MS
    : noticeMoments(debit_date, policy).preferred
  return {
    number,
    from: cycle.from,
    until: cycle.until,
    debit_date,
    last_date: days.until,
    amount: amounts?.[number - 1] ?? amount ?? 0,
    notify_at: Math.max(wished, now) as Instant,
    waits_for: held ? 'mandate_paused' : null,
  }
}
