import type { Instant } from '@upi-autopay/rail'
import type { CollectedSource } from '../collected/collected.ts'
import { reactToDispute } from '../dispute/react.ts'
import { NO_REACTION, type Reaction } from '../kernel/aggregate.ts'
import { reactToRefund } from '../refund/react.ts'
import type { MandateStreamEvent } from './events.ts'
import type { MandateState } from './mandate.ts'
import { reactToModification } from './modification/react.ts'
import { reactToNotification } from './notification/react.ts'
import { movementsOf } from './presentation/movements.ts'
import { reactToPresentation } from './presentation/react.ts'
import { reactToRegistration } from './registration/react.ts'
import { reactToSchedule } from './schedule/react.ts'
import { debitSource } from './taken-back.ts'

/** What follows from an event: what to ask of the provider, what to do later, what is no longer to be done. */
export function reactToMandate(
  state: MandateState,
  event: MandateStreamEvent,
  at: Instant,
): Reaction {
  switch (event.resource_kind) {
    case 'mandate':
      return reactToRegistration(state, event, at)
    case 'modification':
      return reactToModification(state, event)
    case 'notification':
      return reactToNotification(state, event)
    case 'presentation':
      return {
        ...reactToPresentation(state, event, at),
        movements: movementsOf(state, event, at),
      }
    case 'reversal':
      return { ...NO_REACTION, movements: movementsOf(state, event, at) }
    case 'refund': {
      const refund = state.refunds[event.resource_id]
      const source = sourceOf(state, refund?.presentation_id)
      if (refund === undefined || source === undefined) return NO_REACTION
      return reactToRefund({ refund, source }, event, at)
    }
    case 'dispute': {
      const dispute = state.disputes[event.resource_id]
      const source = sourceOf(state, dispute?.presentation_id)
      if (dispute === undefined || source === undefined) return NO_REACTION
      return reactToDispute({ dispute, source }, event, at)
    }
    case 'schedule':
      return reactToSchedule(state, event)
    default:
      return event satisfies never
  }
}

function sourceOf(
  { mandate, presentations }: MandateState,
  id: string | null | undefined,
): CollectedSource | undefined {
  const debit = presentations[id ?? '']
  return debit && debitSource(mandate, debit)
}
