import type { Instant } from '@upi-autopay/rail'
import type { Tenant } from '../kernel/envelope.ts'
import type { Page, PageQuery, ReadEvent } from './resource-store.ts'

/** The outbox and what becomes of it. */
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
  /** Writes what became of attempts; answers the endpoints that failed now and have not succeeded since `since`. */
  record(results: readonly DeliveryRecord[]): Promise<FailingEndpoint[]>
  /** Forgets how long an endpoint has been failing. */
  forgive(tenant: Tenant, webhook_endpoint_id: string): Promise<void>
  /** New deliveries of the same events to the same endpoints, due at once, one for each delivery that exists. */
  redeliver(
    tenant: Tenant,
    ids: readonly string[],
    system_now: Instant,
    mint: () => string,
  ): Promise<Delivery[]>
  /** When the next waiting delivery is due, for a loop that sleeps. */
  nextAt(): Promise<Instant | null>
  get(tenant: Tenant, id: string): Promise<Delivery | null>
  list(query: DeliveryQuery): Promise<Page<Delivery>>
}

/** Which deliveries to list. */
export interface DeliveryQuery extends PageQuery {
  readonly event_id?: string
  readonly webhook_endpoint_id?: string
  readonly status?: string
  /** System time, inclusive. */
  readonly created_from?: Instant
  /** System time, exclusive. */
  readonly created_until?: Instant
}

/** An endpoint whose posts have failed since an instant of system time. */
export interface FailingEndpoint {
  readonly tenant: Tenant
  readonly webhook_endpoint_id: string
  readonly since: Instant
}

/** One event on its way to one endpoint. System time. */
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

/** One post to the endpoint: what was sent, and the answer or why there was none. */
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

/** A delivery that is due, with where it goes, what signs it and what it tells. */
export interface ClaimedDelivery {
  readonly delivery: Delivery
  readonly url: string
  readonly secrets: readonly string[]
  readonly event: ReadEvent
}

/** What became of one attempt. */
export interface DeliveryRecord {
  readonly tenant: Tenant
  readonly id: string
  readonly status: Delivery['status']
  readonly attempt: DeliveryAttempt
  readonly next_attempt_at: Instant | null
}
