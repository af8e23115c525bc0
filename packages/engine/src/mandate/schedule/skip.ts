import { formatIst, type Instant, type SkipReason } from '@upi-autopay/rail'
import { type MandateStreamEvent, scheduleEvent } from '../events.ts'
import type { Plan } from './plan.ts'
import type { PlannedCycle, Schedule } from './schedule.ts'

/** Cycles in a row that were missed are left out together, so that a long absence is one event and not a thousand. */
export function skipMissed(
  { id }: Schedule,
  { missed, next }: Plan,
  reason: Exclude<SkipReason, 'already_announced' | 'already_debited' | 'rule_broken'>,
  now: Instant,
): MandateStreamEvent[] {
  const [first] = missed
  if (first === undefined) return []
  const last = missed.at(-1) ?? first
  const skipped = {
    number: first.number,
    from: first.cycle.from,
    until: last.cycle.until,
    cycles: missed.length,
    reason,
    message: `${WHY[reason]}; at ${formatIst(now)} it is too late for its notice.`,
    at: now,
  }
  const last_from = last.cycle.from
  return [scheduleEvent('schedule.cycle_skipped', id, { skipped, last_from, next })]
}

/** Leaves one cycle out for what stands in its way. */
export function skipCycle(
  { id }: Schedule,
  { number, from, until }: PlannedCycle,
  why: { readonly reason: SkipReason; readonly message: string },
  { next, now }: { readonly next: PlannedCycle | null; readonly now: Instant },
): MandateStreamEvent {
  const skipped = { number, from, until, cycles: 1, ...why, at: now }
  return scheduleEvent('schedule.cycle_skipped', id, { skipped, last_from: from, next })
}

const WHY = {
  notice_too_late: 'The cycle was not announced in time',
  mandate_paused: 'The mandate was paused',
  schedule_paused: 'The schedule was paused',
} as const
