import { checkRules, type Ender, REVOCATION_RULES } from '@upi-autopay/rail'
import type { Decision, Facts } from '../../kernel/aggregate.ts'
import type { Decline } from '../../kernel/decline.ts'
import { rejectViolations } from '../../kernel/result.ts'
import {
  type MandateStreamEvent,
  mandateEvent,
  modificationEvent,
  notificationEvent,
  presentationEvent,
} from '../events.ts'
import type { MandateState } from '../mandate.ts'
import { openModification } from '../modification/modification.ts'
import { isFinal } from '../presentation/presentation.ts'
import { rejectMandateState } from '../state-conflict.ts'

/** The merchant or the payer gives the mandate up. Possible until it has ended, where the category allows it. */
export function revokeMandate(
  state: MandateState,
  by: 'merchant' | 'payer',
  facts: Facts,
): Decision<MandateStreamEvent> {
  const { mandate } = state
  if (mandate.ended_at !== null) return rejectMandateState(mandate, 'it has already ended')
  const [first, ...rest] = checkRules(
    REVOCATION_RULES,
    { by, mcc: mandate.mcc, paused: mandate.status === 'paused', policy: facts.provider.policy },
    facts.now,
  )
  if (first !== undefined) return rejectViolations([first, ...rest])
  return { ok: true, events: revocation(state, by) }
}

/** A bank or the network has ended the mandate. Only what was approved can end so. */
export function revokeByRail(state: MandateState): Decision<MandateStreamEvent> {
  const { mandate } = state
  if (mandate.status !== 'active' && mandate.status !== 'paused')
    return rejectMandateState(mandate, 'the rail ends only what the payer has approved')
  return { ok: true, events: revocation(state, 'rail') }
}

/**
 * The end of a mandate takes with it what was planned under it. A debit that is already with the bank stays
 * open: its outcome is still to be told.
 *
 * @param told the debit by which the end became known, which ends by itself, and what the bank said of it
 */
export function revocation(
  state: MandateState,
  by: Ender,
  told: { readonly id: string; readonly decline: Decline } | null = null,
): MandateStreamEvent[] {
  return [
    mandateEvent('mandate.revoked', state.mandate.id, { by, decline: told?.decline ?? null }),
    ...withdrawPlans(state, { by, but: told?.id ?? null }),
  ]
}

/**
 * Cancels the open change of terms, open notices, and debits that are not with the bank. One that waits for the payer
 * goes as well, since no PIN counts for a mandate that has ended; a bank's yes to a PIN entered before is a correction.
 *
 * @param but the debit whose own end is being told
 */
export function withdrawPlans(
  state: MandateState,
  { by, but }: { readonly by: Ender; readonly but: string | null },
): MandateStreamEvent[] {
  const modification = openModification(state.mandate)
  const presentations = Object.values(state.presentations).filter(
    (one) => one.id !== but && !isFinal(one) && one.status !== 'processing',
  )
  const notifications = Object.values(state.notifications).filter(
    (one) => one.status === 'pending' || one.status === 'delivered',
  )
  return [
    ...(modification === null
      ? []
      : [modificationEvent('modification.cancelled', modification.id, {})]),
    ...presentations.map((one) => presentationEvent('presentation.cancelled', one.id, {})),
    ...notifications.map((one) => notificationEvent('notification.cancelled', one.id, { by })),
  ]
}
