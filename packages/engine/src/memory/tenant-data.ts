import type { Instant, Mode, ResourceKind } from '@upi-autopay/rail'
import type { LoggedEvent, StreamKind, Tenant } from '../kernel/envelope.ts'
import type { BatchRow } from '../ports/batch-store.ts'
import type { ResourceRow, StoredAnswer } from '../ports/decision-store.ts'
import type { Delivery } from '../ports/delivery-store.ts'
import type { PrivateData } from '../ports/private-data.ts'
import type { Effect, Timer } from '../ports/work-store.ts'
import { type Books, createBooks } from './books.ts'
import { createKeyedQueue, type KeyedQueue } from './keyed-queue.ts'

/** Everything of one merchant in one mode. Records are never changed in place, so they are handed out as they are. */
export interface TenantData {
  readonly tenant: Tenant
  readonly streams: Map<string, StreamRecord>
  readonly kinds: Map<ResourceKind, Collection>
  readonly answers: Map<string, StoredAnswer>
  /** Public events only: nothing reads the others back. */
  readonly events: Map<string, LoggedEvent>
  readonly books: Books
  readonly event_ids: string[]
  readonly timers: KeyedQueue<Timer>
  /** Those at `HELD_AT`. */
  readonly held_timers: KeyedQueue<Timer>
  readonly ready_effects: KeyedQueue<ReadyEffect>
  readonly leased_effects: KeyedQueue<EffectLease>
  readonly outbox: LoggedEvent[]
  /** Rows of batches, by batch, ascending by line. */
  readonly batch_rows: Map<string, BatchRow[]>
  readonly deliveries: Map<string, Delivery>
  readonly delivery_ids: string[]
  /** Since when the posts to an endpoint fail, without a success between. System time. */
  readonly failing_since: Map<string, Instant>
  /** What may be sent, by the instant from which it may. */
  readonly due_deliveries: KeyedQueue<DueDelivery>
  /** Deliveries without an attempt, by endpoint and resource, oldest first. Only the first one is in `due_deliveries`. */
  readonly lanes: Map<string, string[]>
}

/** A stream as it stands: written over by each commit, so readers copy what they hand out. */
export interface StreamRecord {
  readonly kind: StreamKind
  version: number
  state: unknown
  private: PrivateData
  /** Its public events, ascending. */
  readonly event_ids: string[]
}

/** The resources of one kind. */
export interface Collection {
  readonly rows: Map<string, ResourceRow>
  readonly ids: string[]
  readonly by_mandate: Map<string, string[]>
  readonly by_reference: Map<string, string>
  readonly by_link: Map<string, string[]>
}

export interface ReadyEffect {
  readonly effect: Effect
  /** Merchant's clock. */
  readonly since: Instant | null
}

export interface EffectLease extends ReadyEffect {
  /** System time. */
  readonly until: Instant
}

export interface DueDelivery {
  readonly id: string
  /** System time. */
  readonly at: Instant
}

/** The data of all tenants. */
export interface Tenants {
  find(tenant: Tenant): TenantData | undefined
  open(tenant: Tenant): TenantData
  clear(tenant: Tenant): void
  all(): TenantData[]
}

/** An empty set of tenants. */
export function createTenants(): Tenants {
  const modes: Record<Mode, Map<string, TenantData>> = { test: new Map(), live: new Map() }
  return {
    find: ({ merchant_id, mode }) => modes[mode].get(merchant_id),
    open(tenant) {
      const existing = modes[tenant.mode].get(tenant.merchant_id)
      if (existing !== undefined) return existing
      const data = createTenantData(tenant)
      modes[tenant.mode].set(tenant.merchant_id, data)
      return data
    },
    clear({ merchant_id, mode }) {
      modes[mode].delete(merchant_id)
    },
    all: () => [...modes.test.values(), ...modes.live.values()],
  }
}

function createTenantData({ merchant_id, mode }: Tenant): TenantData {
  return {
    tenant: { merchant_id, mode },
    streams: new Map(),
    kinds: new Map(),
    answers: new Map(),
    events: new Map(),
    books: createBooks(),
    event_ids: [],
    timers: createKeyedQueue(
      (a, b) => a.at - b.at || compareText(a.stream, b.stream) || compareText(a.key, b.key),
    ),
    held_timers: createKeyedQueue(
      (a, b) => compareText(a.stream, b.stream) || compareText(a.key, b.key),
    ),
    ready_effects: createKeyedQueue((a, b) => compareText(a.effect.id, b.effect.id)),
    leased_effects: createKeyedQueue((a, b) => a.until - b.until),
    outbox: [],
    batch_rows: new Map(),
    deliveries: new Map(),
    delivery_ids: [],
    failing_since: new Map(),
    due_deliveries: createKeyedQueue((a, b) => a.at - b.at || compareText(a.id, b.id)),
    lanes: new Map(),
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
