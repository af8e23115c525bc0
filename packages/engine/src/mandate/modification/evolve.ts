import type { Instant } from '@upi-autopay/rail'
import type { ModificationEvent } from '../events.ts'
import type { Modification } from './modification.ts'

/** Applies one event to a modification. */
export function evolveModification(
  modification: Modification | null,
  event: ModificationEvent,
  at: Instant,
): Modification {
  if (event.type === 'modification.requested') return event.data.modification
  if (modification?.id !== event.resource_id)
    throw new Error(`${event.type} of ${event.resource_id}, which is not the last modification`)
  const moved = { ...modification, updated_at: at, revision: modification.revision + 1 }
  switch (event.type) {
    case 'modification.answer_expected':
      return modification
    case 'modification.applied':
      return { ...moved, status: 'applied', decided_at: at }
    case 'modification.declined':
      return {
        ...moved,
        status: 'declined',
        decided_at: at,
        status_reason: event.data.decline,
      }
    case 'modification.expired':
      return { ...moved, status: 'expired' }
    case 'modification.cancelled':
      return { ...moved, status: 'cancelled' }
    default:
      return event satisfies never
  }
}
