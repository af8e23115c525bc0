import type { Instant, ResourceKind } from '@upi-autopay/rail'
import type { LoggedEvent, StreamKind, Tenant } from '../kernel/envelope.ts'
import type { BookedMovement } from './movement.ts'
import type { PrivateData } from './private-data.ts'
import type { SettlementClaim } from './settlement-claim.ts'
import type { Effect, Timer } from './work-store.ts'

/** What the write path needs. */
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
  /**
   * Claims a key for work that writes no stream (a moved clock, changed settings), before it begins: until its answer is
   * kept, `replay` gives the claim. False where an answer has the key, or a claim made after `stale_before`: a worker
   * that has held one for so long has died.
   */
  claimKey(
    tenant: Tenant,
    claim: Pick<StoredAnswer, 'key' | 'hash' | 'at'>,
    stale_before: Instant,
  ): Promise<boolean>
  /** Gives back a claim whose work was refused. */
  releaseKey(tenant: Tenant, key: string): Promise<void>
  /** Keeps the answer of such work in place of its claim; an answer that is there already stays. */
  keepAnswer(tenant: Tenant, answer: StoredAnswer): Promise<void>
  /** The resource that already carries a `reference_id`. */
  findReference(tenant: Tenant, kind: ResourceKind, reference_id: string): Promise<string | null>
}

/** A resource by its owner, kind and id. */
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
  /** Keys of timers that are no longer wanted, whenever they are due. */
  readonly timers_cleared: readonly string[]
  /** Timers that fired, as they stood: one that was set anew for another instant meanwhile stays. */
  readonly timers_fired: readonly Pick<Timer, 'key' | 'at'>[]
  readonly answers: readonly StoredAnswer[]
  /** Money that moved for good. An entry that is there already stays as it is. */
  readonly movements: readonly BookedMovement[]
  /** Movements that the unit's settlement takes; when they are no longer those, the unit is `busy`. */
  readonly claim?: SettlementClaim
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
  /** Further texts by which the row is found, such as ids of what it belongs to and of the rail. Only ever added to. */
  readonly links?: readonly string[]
  readonly data: unknown
}

/** In place of a status: the key is claimed, and its answer is not there yet. */
export const IN_FLIGHT = 0

/** The answer kept under an idempotency key. */
export interface StoredAnswer {
  readonly key: string
  /** Of method, path and body as sent. */
  readonly hash: string
  /** Of HTTP; `IN_FLIGHT` while the work is going on. */
  readonly status: number
  readonly body: unknown
  /** System time. */
  readonly at: Instant
}

/** What became of one unit: written whole, or in conflict and not written at all. */
export type CommitAnswer =
  | { readonly ok: true }
  /**
   * `version`: the stream moved. `idempotency`: the key is taken. `reference_id`: another resource carries it.
   * `busy`: an equal request is at work, or what the unit claims has changed.
   */
  | { readonly ok: false; readonly conflict: 'version' | 'idempotency' | 'busy' }
  | {
      readonly ok: false
      readonly conflict: 'reference_id'
      readonly kind: ResourceKind
      readonly reference_id: string
    }
