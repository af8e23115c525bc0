import type { Decision, Facts } from '../kernel/aggregate.ts'
import { followNotice } from './debit/follow-notice.ts'
import type { MandateStreamEvent } from './events.ts'
import { evolveMandate } from './evolve.ts'
import type { MandateState } from './mandate.ts'
import { followWithSchedules } from './schedule/follow.ts'

/** The events of a notice that mean something for the debit that was planned with it. */
const NOTICE_EVENTS: ReadonlySet<string> = new Set([
  'notification.delivered',
  'notification.failed',
  'notification.cancelled',
  'notification.lapsed',
])

/** The events that may end a schedule or move what it does next. */
const SCHEDULE_EVENTS: ReadonlySet<string> = new Set([
  'mandate.paused',
  'mandate.resumed',
  'mandate.modified',
  'mandate.revoked',
  'mandate.completed',
  'presentation.succeeded',
  'presentation.failed',
  'presentation.cancelled',
  'schedule.cycle_announced',
  'schedule.cycle_skipped',
  'schedule.resumed',
  'schedule.replanned',
])

/**
 * Adds to a decision what its events mean for the other resources of the stream, in the same commit. What the
 * decision itself says of a neighbour stands: each follower looks at the state after all of it.
 */
export function withConsequences(
  state: MandateState | null,
  decision: Decision<MandateStreamEvent>,
  facts: Facts,
): Decision<MandateStreamEvent> {
  if (state === null || !decision.ok || !decision.events.some((event) => isFollowed(state, event)))
    return decision
  const events = [...decision.events]
  let after = events.reduce<MandateState>(
    (before, event) => evolveMandate(before, event, facts.now),
    state,
  )
  // The list grows while it is walked: what follows may itself be followed.
  for (const event of events) {
    if (!isFollowed(after, event)) continue
    for (const next of follow(after, event, facts)) {
      after = evolveMandate(after, next, facts.now)
      events.push(next)
    }
  }
  return { ...decision, events }
}

/** Most decisions have no followers: they are not looked at twice. */
function isFollowed(
  { schedules, presentations }: MandateState,
  event: MandateStreamEvent,
): boolean {
  if (event.resource_kind === 'notification') {
    if (!NOTICE_EVENTS.has(event.type)) return false
    return Object.values(presentations).some((one) => one.notification_id === event.resource_id)
  }
  if (!SCHEDULE_EVENTS.has(event.type)) return false
  for (const _ in schedules) return true
  return false
}

function follow(
  state: MandateState,
  event: MandateStreamEvent,
  facts: Facts,
): MandateStreamEvent[] {
  return event.resource_kind === 'notification'
    ? followNotice(state, event, facts)
    : followWithSchedules(state, event, facts)
}
