import type { Decision } from '../../kernel/aggregate.ts'
import { type MandateStreamEvent, mandateEvent } from '../events.ts'
import type { MandateState } from '../mandate.ts'
import { withdrawPlans } from './revoke.ts'

/** The payer did not approve in time. */
export function expireRegistration({ mandate }: MandateState): Decision<MandateStreamEvent> {
  if (mandate.status !== 'pending') return { ok: true, events: [] }
  return { ok: true, events: [mandateEvent('mandate.expired', mandate.id, {})] }
}

/** The last day of the validity is over. */
export function completeValidity(state: MandateState): Decision<MandateStreamEvent> {
  const { mandate } = state
  if (mandate.status !== 'active' && mandate.status !== 'paused') return { ok: true, events: [] }
  return {
    ok: true,
    events: [
      mandateEvent('mandate.completed', mandate.id, {}),
      ...withdrawPlans(state, { by: 'rail', but: null }),
    ],
  }
}
