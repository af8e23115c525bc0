import type { Instant, IsoDate, ResourceKind } from '@upi-autopay/rail'
import type { StreamKind, Tenant } from '../kernel/envelope.ts'
import type { Outcome } from './outcome.ts'
import type { Payer } from './private-data.ts'

/**
 * Where the timer of a debit stands that waits for the merchant to lift its stop: an instant that never comes. It is
 * due as soon as the account stops its debits no more, so that lifting the stop is one small write however many wait.
 */
export const HELD_AT = 253_402_300_799_999 as Instant

/** Timers and effects: what is to be done later, and what is to be asked of the provider. */
export interface WorkStore {
  /** Merchants that have a due timer, a due settlement or a ready effect, by their own clocks, fairest (longest waiting) first; held timers are due where the account no longer stops its debits. Skips those whose clock is being advanced. */
  tenantsWithWork(system_now: Instant, limit: number): Promise<Tenant[]>
  /**
   * Timers of one merchant due at or before `now` (the merchant's clock), oldest first; then those at `HELD_AT`, unless
   * the account stops its debits.
   */
  dueTimers(tenant: Tenant, now: Instant, limit: number): Promise<Timer[]>
  /** When the merchant's next timer is due, held ones apart. */
  nextTimerAt(tenant: Tenant): Promise<Instant | null>
  /**
   * Leases effects of one merchant until `lease_until` (system time), committed before it answers:
   * ready ones, and those whose lease has run out (`expired: true`, to be inquired, never repeated).
   */
  leaseEffects(
    tenant: Tenant,
    system_now: Instant,
    lease_until: Instant,
    limit: number,
  ): Promise<LeasedEffect[]>
  /** Whether an effect of one merchant is under a lease that ends in this span of system time, both ends included. */
  isLeased(
    tenant: Tenant,
    ends: { readonly from: Instant; readonly until: Instant },
  ): Promise<boolean>
}

/** A thing to do later, on the merchant's clock. */
export interface Timer {
  readonly tenant: Tenant
  readonly stream: string
  readonly stream_kind: StreamKind
  /** `<kind>:<resource id>`, unique in its stream. */
  readonly key: string
  readonly kind: string
  readonly resource_kind: ResourceKind
  readonly resource_id: string
  readonly at: Instant
  /** The provider's answer that is due, for timers of the kind `bank_answer`. */
  readonly outcome: Outcome | null
  /** The attempt that the timer belongs to, for presentations. */
  readonly attempt: number | null
}

/** What can be asked of a provider. */
export type EffectKind =
  | 'register'
  | 'modify'
  | 'notify'
  | 'present'
  | 'revoke'
  | 'collect'
  | 'refund'
  | 'inquire'
  | 'settle'

/** A thing to ask of the provider, once. */
export interface Effect {
  readonly tenant: Tenant
  readonly id: string
  readonly stream: string
  readonly stream_kind: StreamKind
  readonly kind: EffectKind
  readonly resource_kind: ResourceKind
  readonly resource_id: string
  /** For presentations: which attempt. */
  readonly attempt: number | null
  /** Ours, stable, at most 35 alphanumerics: the same at every sending. */
  readonly provider_reference: string
  readonly request: EffectRequest
}

/** What the provider is told: the mandate's terms and the debit's, without private data (which is joined at sending). */
export interface EffectRequest {
  readonly amount: number
  /** For modifications: the new last day. */
  readonly end_date?: IsoDate
  readonly flow: string
  readonly authentication: 'pin' | 'none'
  readonly attempts_before: number
  /** For inquiries in test mode: what the simulated bank did; null when it forgot. */
  readonly truth?: Outcome | null
  /** For refunds: what the provider and the rail know the collection by. */
  readonly refund_of?: { readonly provider_reference: string; readonly rrn: string | null }
}

/** An effect that this caller alone may send until its lease ends. */
export interface LeasedEffect {
  readonly effect: Effect
  readonly payer: Payer | null
  readonly expired: boolean
}
