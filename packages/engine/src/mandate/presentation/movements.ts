import type { Instant } from '@upi-autopay/rail'
import type { Movement } from '../../ports/movement.ts'
import type { PresentationEvent } from '../events.ts'
import type { MandateState } from '../mandate.ts'
import { lastAttempt } from './presentation.ts'

/** What an event of a debit books: each successful attempt is collected, whatever else is known of its cycle. */
export function movementsOf(
  { mandate, presentations }: MandateState,
  event: PresentationEvent,
  at: Instant,
): Movement[] {
  const presentation = presentations[event.resource_id]
  if (presentation === undefined) return []
  const { id, amount } = presentation
  switch (event.type) {
    case 'presentation.succeeded':
    case 'presentation.corrected':
      return [
        {
          id: `${id}:${lastAttempt(presentation)?.number ?? 0}:collected`,
          kind: 'collected',
          resource_kind: 'presentation',
          resource_id: id,
          amount,
          fee: 0,
          at,
          speed: mandate.settlement,
          rrn: event.data.rrn,
        },
      ]
    default:
      return []
  }
}
