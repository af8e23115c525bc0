import type { EventOf } from '../kernel/event-of.ts'
import type { Dispute, DisputeEvidence } from './dispute.ts'

/** What happens to a dispute. */
export interface DisputeEvents {
  'dispute.opened': { readonly dispute: Dispute }
  'dispute.contested': { readonly evidence: DisputeEvidence }
  'dispute.won': Readonly<Record<never, never>>
  'dispute.lost': { readonly by: 'merchant' | 'bank' | 'clock' }
}

export type DisputeEvent = EventOf<DisputeEvents, 'dispute'>

/** An event about a dispute. */
export function disputeEvent<T extends keyof DisputeEvents>(
  type: T,
  resource_id: string,
  data: DisputeEvents[T],
): DisputeEvent {
  return { type, resource_kind: 'dispute', resource_id, data } as DisputeEvent
}
