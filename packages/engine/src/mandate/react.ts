import type { Instant } from '@upi-autopay/rail'
import type { CollectedSource } from '../collected/collected.ts'
import type { Dispute } from '../dispute/dispute.ts'
import { reactToDispute } from '../dispute/react.ts'
import { NO_REACTION, type Reaction } from '../kernel/aggregate.ts'
import { reactToRefund } from '../refund/react.ts'
import type { Refund } from '../refund/refund.ts'
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
    case 'refund':
      return onDebit(state, state.refunds[event.resource_id], (refund, source) =>
        reactToRefund({ refund, source }, event, at),
      )
    case 'dispute':
      return onDebit(state, state.disputes[event.resource_id], (dispute, source) =>
        reactToDispute({ dispute, source }, event, at),
      )
    case 'schedule':
      return reactToSchedule(state, event)
    default:
      return event satisfies never
  }
}

/** What follows from an event of a refund or dispute, which the debit that it is about has a part in. */
function onDebit<T extends Pick<Refund | Dispute, 'presentation_id'>>(
  { mandate, presentations }: MandateState,
  record: T | undefined,
  react: (record: T, source: CollectedSource) => Reaction,
): Reaction {
  const debit = presentations[record?.presentation_id ?? '']
  if (record === undefined || debit === undefined) return NO_REACTION
  return react(record, debitSource(mandate, debit))
}
