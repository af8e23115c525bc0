import type { Instant, IsoDate } from '@upi-autopay/rail'
import type { EffectDraft, TimerDraft } from '../kernel/aggregate.ts'
import { effectId, providerReference } from '../kernel/effect-names.ts'
import type { Outcome } from '../ports/outcome.ts'
import type { MandateState } from './mandate.ts'

/** The timers of a mandate's stream: what may happen by itself. */
export const MANDATE_TIMERS = [
  'registration_expiry',
  'validity_end',
  'modification_expiry',
  'notice_lapse',
  'present',
  'pin_expiry',
  'window_end',
  'bank_answer',
  'inquire',
  'dispute_deadline',
  'schedule_notify',
] as const
export type MandateTimerKind = (typeof MANDATE_TIMERS)[number]

/** Makes the timers of one resource. */
export function timersOf(
  resource_kind: TimerDraft['resource_kind'],
  resource_id: string,
): (kind: MandateTimerKind, at: Instant) => TimerDraft {
  return (kind, at) => ({
    key: `${kind}:${resource_id}`,
    kind,
    resource_kind,
    resource_id,
    at,
    outcome: null,
    attempt: null,
  })
}

/** The keys of timers of one resource. */
export function keys(kinds: readonly MandateTimerKind[], resource_id: string): string[] {
  return kinds.map((kind) => `${kind}:${resource_id}`)
}

/** A thing to ask of the provider about this mandate, its notices or its debits. */
export function effect(
  state: MandateState,
  ask: Pick<EffectDraft, 'kind' | 'resource_kind' | 'resource_id'> & {
    amount: number
    attempt?: number
    authentication?: 'pin' | 'none'
    /** The number of a status inquiry, and what the simulated bank is to remember. */
    inquiry?: number
    truth?: Outcome | null
    end_date?: IsoDate
  },
): EffectDraft {
  const attempt = ask.attempt ?? null
  return {
    id: effectId(ask.kind, ask.resource_id, attempt, ask.inquiry),
    kind: ask.kind,
    resource_kind: ask.resource_kind,
    resource_id: ask.resource_id,
    attempt,
    provider_reference: providerReference(ask.resource_id, attempt),
    request: {
      amount: ask.amount,
      ...(ask.end_date !== undefined && { end_date: ask.end_date }),
      flow: state.mandate.flow,
      authentication: ask.authentication ?? 'none',
      attempts_before: (attempt ?? 1) - 1,
      ...(ask.truth !== undefined && { truth: ask.truth }),
    },
  }
}
