import type { Instant } from '@upi-autopay/rail'
import type { Movement } from '../../ports/movement.ts'
import type { PresentationEvent } from '../events.ts'
import type { MandateState } from '../mandate.ts'
import type { ReversalEvent } from './reversal.ts'

/** What an event of a debit books: each attempt that succeeds is collected, and what the bank takes back is reversed. */
export function movementsOf(
  { mandate, presentations }: MandateState,
  event: PresentationEvent | ReversalEvent,
  at: Instant,
): Movement[] {
  const booked = { fee: 0, at, speed: mandate.settlement }
  switch (event.type) {
    case 'presentation.succeeded':
    case 'presentation.corrected':
    case 'presentation.surplus_collected': {
      const resource_id = event.resource_id
      const amount = presentations[resource_id]?.amount ?? 0
      const { attempt, rrn } = event.data
      const id = `${resource_id}:${attempt}:collected`
      const kind = 'collected'
      return [{ ...booked, id, kind, resource_kind: 'presentation', resource_id, amount, rrn }]
    }
    case 'reversal.created': {
      const { id: resource_id, amount } = event.data.reversal
      const id = `${resource_id}:reversed`
      const kind = 'reversed'
      return [{ ...booked, id, kind, resource_kind: 'reversal', resource_id, amount }]
    }
    default:
      return []
  }
}
