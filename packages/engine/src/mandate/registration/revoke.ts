import type { Decision } from '../../kernel/aggregate.ts'
import {
  type MandateStreamEvent,
  mandateEvent,
  notificationEvent,
  presentationEvent,
} from '../events.ts'
import type { MandateState } from '../mandate.ts'
import { isFinal, isInFlight } from '../presentation/presentation.ts'
import { rejectMandateState } from '../state-conflict.ts'

/** The merchant gives the mandate up; the rail is told. Possible until it has ended. */
export function revokeMandate(state: MandateState): Decision<MandateStreamEvent> {
  const { mandate } = state
  if (mandate.ended_at !== null) return rejectMandateState(mandate, 'it has already ended')
  return { ok: true, events: revocation(state, 'merchant') }
}

/**
 * The end of a mandate takes with it what was planned under it. A debit that is already with the bank stays
 * open: its outcome is still to be told.
 */
export function revocation(
  state: MandateState,
  by: 'merchant' | 'payer' | 'rail',
): MandateStreamEvent[] {
  return [mandateEvent('mandate.revoked', state.mandate.id, { by }), ...withdrawPlans(state)]
}

/** Cancels open notifications and debits that are not under way. */
export function withdrawPlans(state: MandateState): MandateStreamEvent[] {
  const presentations = Object.values(state.presentations).filter(
    (one) => !isFinal(one) && !isInFlight(one),
  )
  const notifications = Object.values(state.notifications).filter(
    (one) => one.status === 'pending' || one.status === 'delivered',
  )
  return [
    ...presentations.map((one) => presentationEvent('presentation.cancelled', one.id, {})),
    ...notifications.map((one) => notificationEvent('notification.cancelled', one.id, {})),
  ]
}
