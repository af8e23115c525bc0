import type { Instant, ResourceKind } from '@upi-autopay/rail'
import type { Account } from '../account/account.ts'
import type { LoggedEvent, StreamKind, Tenant } from '../kernel/envelope.ts'
import type { Outcome } from './outcome.ts'

/**
 * Where everything is kept. One port, several implementations, one suite that all of them pass.
 * Every method is scoped by tenant. A method that takes many items answers per item, in order.
 */
export interface Store {
  readonly decisions: DecisionStore
  readonly resources: ResourceStore
  readonly work: WorkStore
  readonly deliveries: DeliveryStore
  readonly accounts: AccountStore
  close(): Promise<void>
}

// ── Decisions: what the write path needs ────────────────────────────────────────────────────────────

export interface DecisionStore {
  /** The streams that own the named resources, each with the resource's own row; null where there is none. One round trip. */
  load(refs: readonly ResourceRef[]): Promise<(Loaded | null)[]>
  /**
   * Writes each unit whole or not at all. A conflict of one unit leaves the others written.
   * A unit whose idempotency key is being written by another transaction waits for that one.
   */
  commit(units: readonly Unit[]): Promise<CommitAnswer[]>
  /** The answer stored under an idempotency key. */
  replay(tenant: Tenant, key: string): Promise<StoredAnswer | null>
  /** The resource that already carries a `reference_id`. */
  findReference(tenant: Tenant, kind: ResourceKind, reference_id: string): Promise<string | null>
}

export interface ResourceRef {
  readonly tenant: Tenant
  readonly kind: ResourceKind
  readonly id: string
}

/** A stream as loaded: its decision state, and the row of the resource that was asked for. */
export interface Loaded {
  readonly stream: string
  readonly kind: StreamKind
  readonly version: number
  readonly state: unknown
  readonly private: PrivateData
  readonly row: ResourceRow
}

/**
 * What must not stand in the log: a payer's personal data, an endpoint's secrets.
 * One record per stream, erasable without touching an event.
 */
export interface PrivateData {
  readonly payer?: Payer
  /** Newest first; more than one while a rotation overlaps. */
  readonly webhook_secrets?: readonly string[]
}

/** The payer as the merchant gave it, or as the rail told it. */
export interface Payer {
  readonly name: string | null
  readonly vpa: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly account: { readonly number: string; readonly ifsc: string } | null
  readonly reference_id: string | null
}

/** Everything one decision writes, in one transaction. */
export interface Unit {
  readonly tenant: Tenant
  readonly stream: string
  readonly kind: StreamKind
  /** 0 for a new stream. The events get the versions after it. */
  readonly expected_version: number
  readonly events: readonly LoggedEvent[]
  readonly state: unknown
  /** Given only when it changed. */
  readonly private?: PrivateData
  readonly rows: readonly ResourceRow[]
  readonly effects: readonly Effect[]
  /** Ids of effects that are answered or withdrawn. */
  readonly effects_done: readonly string[]
  /** Set or moved: a timer is unique by stream and key. */
  readonly timers: readonly Timer[]
  /** Keys of timers that fired or are no longer wanted. */
  readonly timers_cleared: readonly string[]
  readonly answers: readonly StoredAnswer[]
}

/** A resource's row: `data` is the record without private data, the rest are the columns that lists filter by. */
export interface ResourceRow {
  readonly kind: ResourceKind
  readonly id: string
  readonly stream: string
  /** From 1, moved by the resource's own events only. */
  readonly revision: number
  readonly status: string
  readonly reference_id: string | null
  readonly mandate_id: string | null
  readonly notification_id: string | null
  readonly created_at: Instant
  readonly updated_at: Instant
  readonly data: unknown
}

/** The answer kept under an idempotency key. */
export interface StoredAnswer {
  readonly key: string
  /** Of method, path and body as sent. */
  readonly hash: string
  readonly status: number
  readonly body: unknown
  /** System time. */
  readonly at: Instant
}

export type CommitAnswer =
  | { readonly ok: true }
  /** `version`: the stream moved. `idempotency`: the key is taken. `reference_id`: another resource carries it. */
  | { readonly ok: false; readonly conflict: 'version' | 'idempotency' | 'busy' }
  | {
      readonly ok: false
      readonly conflict: 'reference_id'
      readonly kind: ResourceKind
      readonly reference_id: string
    }

// ── Resources: what the read path needs ─────────────────────────────────────────────────────────────

export interface ResourceStore {
  get(ref: ResourceRef): Promise<ReadRow | null>
  /** Newest first; `limit + 1` is not needed: the answer says whether there are more. */
  list(query: ResourceQuery): Promise<Page<ReadRow>>
  getEvent(tenant: Tenant, id: string): Promise<ReadEvent | null>
  /** Public events, newest first, never past an uncommitted earlier one. */
  listEvents(query: EventQuery): Promise<Page<ReadEvent>>
}

export interface ReadRow {
  readonly row: ResourceRow
  readonly private: PrivateData
}

export interface ReadEvent {
  readonly event: LoggedEvent
  readonly private: PrivateData
}

export interface Page<T> {
  readonly items: readonly T[]
  readonly has_more: boolean
}

export interface PageQuery {
  readonly tenant: Tenant
  readonly limit: number
  /** Id of the last item of the previous page: go on to older ones. */
  readonly after?: string
  /** Id of the first item of the next page: the newer ones just before it. */
  readonly before?: string
}

export interface ResourceQuery extends PageQuery {
  readonly kind: ResourceKind
  readonly status?: string
  readonly reference_id?: string
  readonly mandate_id?: string
  readonly notification_id?: string
  readonly payer_vpa?: string
  readonly payer_reference_id?: string
  /** Inclusive. */
  readonly created_from?: Instant
  /** Exclusive. */
  readonly created_until?: Instant
}

export interface EventQuery extends PageQuery {
  readonly type?: string
  readonly resource_id?: string
  /** Events of the whole stream of a mandate. */
  readonly stream?: string
}

// ── Work: timers and effects ────────────────────────────────────────────────────────────────────────

export interface WorkStore {
  /** Merchants that have a due timer or a ready effect, by their own clocks, fairest (longest waiting) first. Skips those whose clock is being advanced. */
  tenantsWithWork(system_now: Instant, limit: number): Promise<Tenant[]>
  /** Timers of one merchant due at or before `now` (the merchant's clock), oldest first. */
  dueTimers(tenant: Tenant, now: Instant, limit: number): Promise<Timer[]>
  /** When the merchant's next timer is due. */
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

export type EffectKind = 'register' | 'notify' | 'present' | 'revoke'

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
  /** Merchant's clock: not to be sent later than this. */
  readonly not_after: Instant | null
  /** Ours, stable, at most 35 alphanumerics: the same at every sending. */
  readonly provider_reference: string
  readonly request: EffectRequest
}

/** What the provider is told: the mandate's terms and the debit's, without private data (which is joined at sending). */
export interface EffectRequest {
  readonly amount: number
  readonly flow: string
  readonly authentication: 'pin' | 'none'
  readonly attempts_before: number
}

export interface LeasedEffect {
  readonly effect: Effect
  readonly payer: Payer | null
  readonly expired: boolean
}

// ── Deliveries: the outbox and what becomes of it ───────────────────────────────────────────────────

export interface DeliveryStore {
  /**
   * Turns outbox rows into one delivery per enabled endpoint that subscribed to the type, and removes them, in one
   * transaction. `mint` gives a delivery's id. Answers how many outbox rows were taken.
   */
  fanOut(system_now: Instant, limit: number, mint: () => string): Promise<number>
  /**
   * Leases deliveries that are due (system time). Of the first attempts of one endpoint and resource only the oldest
   * is given, so that they arrive in order; retries hold nothing back.
   */
  claim(system_now: Instant, lease_until: Instant, limit: number): Promise<ClaimedDelivery[]>
  record(results: readonly DeliveryRecord[]): Promise<void>
  /** When the next waiting delivery is due, for a loop that sleeps. */
  nextAt(): Promise<Instant | null>
  get(tenant: Tenant, id: string): Promise<Delivery | null>
  list(query: DeliveryQuery): Promise<Page<Delivery>>
}

export interface DeliveryQuery extends PageQuery {
  readonly event_id?: string
  readonly webhook_endpoint_id?: string
  readonly status?: string
}

export interface Delivery {
  readonly tenant: Tenant
  readonly id: string
  readonly status: 'pending' | 'retrying' | 'succeeded' | 'given_up'
  readonly event_id: string
  readonly event_type: string
  readonly webhook_endpoint_id: string
  readonly attempts: readonly DeliveryAttempt[]
  readonly next_attempt_at: Instant | null
  readonly created_at: Instant
  readonly updated_at: Instant
}

export interface DeliveryAttempt {
  readonly number: number
  readonly at: Instant
  readonly duration_ms: number
  readonly request: {
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
  }
  readonly response: {
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
  } | null
  readonly error: string | null
}

export interface ClaimedDelivery {
  readonly delivery: Delivery
  readonly url: string
  readonly secrets: readonly string[]
  readonly event: ReadEvent
}

export interface DeliveryRecord {
  readonly tenant: Tenant
  readonly id: string
  readonly status: Delivery['status']
  readonly attempt: DeliveryAttempt
  readonly next_attempt_at: Instant | null
}

// ── Accounts: who calls, with which clock and settings ──────────────────────────────────────────────

export interface AccountStore {
  create(account: Account, keys: readonly ApiKey[]): Promise<void>
  addKey(key: ApiKey): Promise<void>
  get(tenant: Tenant): Promise<Account | null>
  list(): Promise<Account[]>
  /** The account a key belongs to, with the key's scopes: one round trip, no merchant known yet. */
  findByKey(
    digest: string,
  ): Promise<{ readonly account: Account; readonly scopes: readonly string[] } | null>
  /** Settings other than the clock. */
  saveSandbox(tenant: Tenant, sandbox: Account['sandbox']): Promise<void>
  /** Moves the clock; refused (false) while another caller advances it, unless `token` is that caller's. */
  saveClock(
    tenant: Tenant,
    clock: Account['clock'],
    token: string | null,
    system_now: Instant,
  ): Promise<boolean>
  /** Takes the sole right to advance a merchant's clock until `until` (system time). */
  holdClock(tenant: Tenant, token: string, system_now: Instant, until: Instant): Promise<boolean>
  releaseClock(tenant: Tenant, token: string): Promise<void>
  /** Deletes the resources, events, work, deliveries and answers of one merchant and mode; keeps account and keys. */
  reset(tenant: Tenant): Promise<void>
}

export interface ApiKey {
  readonly id: string
  readonly merchant_id: string
  readonly mode: 'test' | 'live'
  /** Digest of the secret; the secret itself is nowhere. */
  readonly digest: string
  readonly scopes: readonly string[]
  readonly created_at: Instant
}
