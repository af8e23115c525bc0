import type { Decision, Facts } from '../kernel/aggregate.ts'
import { followNotice } from './debit/follow-notice.ts'
import type { MandateStreamEvent } from './events.ts'
import { evolveMandate } from './evolve.ts'
import type { MandateState } from './mandate.ts'

/** The events that mean something for a neighbour in the same stream. */
const FOLLOWED: ReadonlySet<MandateStreamEvent['type']> = new Set([
  'notification.delivered',
  'notification.failed',
  'notification.cancelled',
  'notification.lapsed',
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
  if (state === null || !decision.ok || !decision.events.some(({ type }) => FOLLOWED.has(type)))
    return decision
  const events = [...decision.events]
  let after = events.reduce<MandateState>(
    (before, event) => evolveMandate(before, event, facts.now),
    state,
  )
  // The list grows while it is walked: what follows may itself be followed.
  for (const event of events) {
    for (const next of follow(after, event, facts)) {
      after = evolveMandate(after, next, facts.now)
      events.push(next)
    }
  }
  return { ...decision, events }
}

function follow(
  state: MandateState,
  event: MandateStreamEvent,
  facts: Facts,
): MandateStreamEvent[] {
  switch (event.resource_kind) {
    case 'notification':
      return followNotice(state, event, facts)
    default:
      return []
  }
}
