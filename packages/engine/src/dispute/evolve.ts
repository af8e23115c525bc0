import type { Instant } from '@upi-autopay/rail'
import type { TakenBack } from '../collected/collected.ts'
import type { Dispute } from './dispute.ts'
import type { DisputeEvent } from './events.ts'

/** Applies one event to a dispute. */
export function evolveDispute(
  dispute: Dispute | undefined,
  event: DisputeEvent,
  at: Instant,
): Dispute {
  if (event.type === 'dispute.opened') return event.data.dispute
  if (dispute === undefined)
    throw new Error(`${event.type} of ${event.resource_id}, which is not loaded`)
  const moved = { ...dispute, updated_at: at, revision: dispute.revision + 1 }
  switch (event.type) {
    case 'dispute.contested':
      return { ...moved, contested_at: at, evidence: event.data.evidence }
    case 'dispute.won':
      return { ...moved, status: 'won', closed_at: at, closed_by: 'bank' }
    case 'dispute.lost':
      return { ...moved, status: 'lost', closed_at: at, closed_by: event.data.by }
    default:
      return event satisfies never
  }
}

/** What an event of a dispute does to the money it is about. */
export function takenByDispute<T extends TakenBack>(
  source: T,
  amount: number,
  { type }: DisputeEvent,
): T {
  const { amount_disputed } = source
  switch (type) {
    case 'dispute.opened':
      return { ...source, amount_disputed: amount_disputed + amount }
    case 'dispute.won':
      return { ...source, amount_disputed: amount_disputed - amount }
    case 'dispute.contested':
    case 'dispute.lost':
      return source
    default:
      return type satisfies never
  }
}
