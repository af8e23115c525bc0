import type { Instant, ResourceKind } from '@upi-autopay/rail'
import type { LoggedEvent, Tenant } from '../kernel/envelope.ts'
import type { ResourceRef, ResourceRow } from './decision-store.ts'
import type { PrivateData } from './private-data.ts'

/** What the read path needs. */
export interface ResourceStore {
  get(ref: ResourceRef): Promise<ReadRow | null>
  /** Newest first; `limit + 1` is not needed: the answer says whether there are more. */
  list(query: ResourceQuery): Promise<Page<ReadRow>>
  /** The rows of one kind that carry these references; those that nothing carries are left out. One round trip. */
  byReferences(
    tenant: Tenant,
    kind: ResourceKind,
    reference_ids: readonly string[],
  ): Promise<ResourceRow[]>
  getEvent(tenant: Tenant, id: string): Promise<ReadEvent | null>
  /** Public events, newest first, never past an uncommitted earlier one. */
  listEvents(query: EventQuery): Promise<Page<ReadEvent>>
}

/** A row with the private data of its stream. */
export interface ReadRow {
  readonly row: ResourceRow
  readonly private: PrivateData
}

/** A public event with the private data of its stream. */
export interface ReadEvent {
  readonly event: LoggedEvent
  readonly private: PrivateData
}

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly has_more: boolean
}

/** Whose list, and which page: newest first, cursors are ids. */
export interface PageQuery {
  readonly tenant: Tenant
  readonly limit: number
  /** Id of the last item of the previous page: go on to older ones. */
  readonly after?: string
  /** Id of the first item of the next page: the newer ones just before it. */
  readonly before?: string
}

/** Which resources to list. */
export interface ResourceQuery extends PageQuery {
  readonly kind: ResourceKind
  readonly status?: string
  readonly reference_id?: string
  readonly mandate_id?: string
  readonly notification_id?: string
  /** One of the row's `links`. */
  readonly link?: string
  readonly payer_vpa?: string
  readonly payer_reference_id?: string
  /** Inclusive. */
  readonly created_from?: Instant
  /** Exclusive. */
  readonly created_until?: Instant
}

/** Which events to list. */
export interface EventQuery extends PageQuery {
  readonly type?: string
  readonly resource_id?: string
  /** Events of the whole stream of a mandate. */
  readonly stream?: string
  /** Inclusive. */
  readonly created_from?: Instant
  /** Exclusive. */
  readonly created_until?: Instant
}
