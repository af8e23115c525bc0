import type { LoggedEvent } from '../kernel/envelope.ts'
import type { ResourceRow } from '../ports/decision-store.ts'
import { aggregateOf, streamKindOf } from './aggregates.ts'

/**
 * The rows that a stream's log tells of, from its first event on: what the stored rows must be equal to.
 *
 * @param events the whole log of one stream, in its order
 */
export function replayStream(events: readonly LoggedEvent[]): ResourceRow[] {
  const [first] = events
  if (first === undefined) return []
  const aggregate = aggregateOf(streamKindOf(first.resource_kind))
  const state = events.reduce<unknown>(
    (before, event) => aggregate.evolve(before, event, event.at),
    null,
  )
  return aggregate.rows(state, events)
}
