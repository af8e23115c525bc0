import type { Instant } from '@upi-autopay/rail'
import type { Reaction } from '../kernel/aggregate.ts'
import type { MandateStreamEvent } from './events.ts'
import type { MandateState } from './mandate.ts'
import { reactToNotification } from './notification/react.ts'
import { movementsOf } from './presentation/movements.ts'
import { reactToPresentation } from './presentation/react.ts'
import { reactToRegistration } from './registration/react.ts'

/** What follows from an event: what to ask of the provider, what to do later, what is no longer to be done. */
export function reactToMandate(
  state: MandateState,
  event: MandateStreamEvent,
  at: Instant,
): Reaction {
  switch (event.resource_kind) {
    case 'mandate':
      return reactToRegistration(state, event, at)
    case 'notification':
      return reactToNotification(state, event)
    case 'presentation':
      return {
        ...reactToPresentation(state, event, at),
        movements: movementsOf(state, event, at),
      }
    default:
      return event satisfies never
  }
}
