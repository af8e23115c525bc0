import type { Instant } from '@upi-autopay/rail'
import type { CollectedSource } from '../collected/collected.ts'
import { NO_REACTION, type Reaction } from '../kernel/aggregate.ts'
import { timerDraft } from '../kernel/timer-draft.ts'
import type { Movement } from '../ports/movement.ts'
import type { Dispute } from './dispute.ts'
import type { DisputeEvent } from './events.ts'

/** What follows from an event of a dispute: its amount leaves the settlement at opening and returns when won. */
export function reactToDispute(
  { dispute, source }: { dispute: Dispute; source: CollectedSource },
  event: DisputeEvent,
  at: Instant,
): Reaction {
  const { id } = dispute
  const over = [`dispute_deadline:${id}`]
  switch (event.type) {
    case 'dispute.opened':
      return {
        ...NO_REACTION,
        timers: [timerDraft('dispute_deadline', { kind: 'dispute', id }, dispute.respond_by)],
        movements: [moved('disputed')],
      }
    case 'dispute.contested':
    case 'dispute.lost':
      return { ...NO_REACTION, timers_cleared: over }
    case 'dispute.won':
      return { ...NO_REACTION, timers_cleared: over, movements: [moved('dispute_won')] }
    default:
      return event satisfies never
  }

  function moved(kind: 'disputed' | 'dispute_won'): Movement {
    const { amount } = dispute
    const speed = source.settlement
    return {
      id: `${id}:${kind}`,
      kind,
      resource_kind: 'dispute',
      resource_id: id,
      amount,
      fee: 0,
      at,
      speed,
    }
  }
}
