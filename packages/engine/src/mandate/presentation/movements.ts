import type { Instant } from '@upi-autopay/rail'
import type { Movement } from '../../ports/movement.ts'
import type { PresentationEvent } from '../events.ts'
import type { MandateState } from '../mandate.ts'

/** What an event of a debit books: each successful attempt is collected, whatever else is known of its cycle. */
export function movementsOf(
  { mandate, presentations }: MandateState,
  event: PresentationEvent,
  at: Instant,
): Movement[] {
  const presentation = presentations[event.resource_id]
  if (presentation === undefined) return []
  const { id, amount } = presentation
  const moved = { resource_kind: 'presentation', resource_id: id, fee: 0, at } as const
  const speed = mandate.settlement
  switch (event.type) {
    case 'presentation.succeeded':
    case 'presentation.corrected':
    case 'presentation.surplus_collected': {
      const { attempt, rrn } = event.data
      return [{ ...moved, id: `${id}:${attempt}:collected`, kind: 'collected', amount, speed, rrn }]
    }
    case 'presentation.reversed':
      return [
        { ...moved, id: `${id}:reversed`, kind: 'reversed', amount: event.data.amount, speed },
      ]
    default:
      return []
  }
}
