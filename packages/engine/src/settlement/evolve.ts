import type { Instant } from '@upi-autopay/rail'
import type { Settlement, SettlementEvent } from './settlement.ts'

/** Applies one event to a settlement. */
export function evolveSettlement(
  state: Settlement | null,
  event: SettlementEvent,
  at: Instant,
): Settlement {
  if (event.type === 'settlement.created') return event.data.settlement
  if (state === null)
    throw new Error(`the stream of ${event.resource_id} does not begin with its creation`)
  switch (event.type) {
    case 'settlement.answer_expected':
      return state
    case 'settlement.postponed':
      return { ...state, asked: false }
    case 'settlement.requested':
      return { ...state, asked: true }
    case 'settlement.settled':
      return {
        ...state,
        status: 'settled',
        utr: event.data.utr,
        settled_at: at,
        updated_at: at,
        revision: state.revision + 1,
      }
    default:
      return event satisfies never
  }
}
