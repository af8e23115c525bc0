import type { LoggedEvent } from '../kernel/envelope.ts'
import type { ResourceRow } from '../ports/decision-store.ts'
import type { PrivateData } from '../ports/private-data.ts'
import type {
  EventQuery,
  ReadEvent,
  ReadRow,
  ResourceQuery,
  ResourceStore,
} from '../ports/resource-store.ts'
import { pageOf } from './page.ts'
import type { Collection, TenantData, Tenants } from './tenant-data.ts'

const NO_PRIVATE_DATA: PrivateData = {}
type RowFilters = Pick<
  ResourceQuery,
  'status' | 'mandate_id' | 'notification_id' | 'created_from' | 'created_until'
>
type PayerFilters = Pick<ResourceQuery, 'payer_vpa' | 'payer_reference_id'>

const NOTHING = { items: [], has_more: false } as const

/** The read path in memory. */
export function createMemoryResourceStore(tenants: Tenants): ResourceStore {
  return {
    async get({ tenant, kind, id }) {
      const data = tenants.find(tenant)
      const row = data?.kinds.get(kind)?.rows.get(id)
      return data === undefined || row === undefined ? null : readRow(data, row)
    },
    async list(query) {
      const data = tenants.find(query.tenant)
      const collection = data?.kinds.get(query.kind)
      if (data === undefined || collection === undefined) return NOTHING
      return pageOf(candidates(collection, query), query, (id): ReadRow | null => {
        const row = collection.rows.get(id)
        if (row === undefined || !matchesRow(row, query)) return null
        const read = readRow(data, row)
        return matchesPayer(read.private, query) ? read : null
      })
    },
    async byReferences(tenant, kind, reference_ids) {
      const collection = tenants.find(tenant)?.kinds.get(kind)
      return reference_ids.flatMap((reference_id) => {
        const row = collection?.rows.get(collection.by_reference.get(reference_id) ?? '')
        return row === undefined ? [] : [row]
      })
    },
    async getEvent(tenant, id) {
      const data = tenants.find(tenant)
      const event = data?.events.get(id)
      return data === undefined || event === undefined ? null : readEvent(data, event)
    },
    async listEvents(query) {
      const data = tenants.find(query.tenant)
      if (data === undefined) return NOTHING
      return pageOf(eventCandidates(data, query), query, (id): ReadEvent | null => {
        const event = data.events.get(id)
        return event !== undefined && matchesEvent(event, query) ? readEvent(data, event) : null
      })
    },
  }
}

/** An event with the private data of its stream, as readers and deliveries get it. */
export function readEvent(data: TenantData, event: LoggedEvent): ReadEvent {
  return { event, private: privateOf(data, event.stream) }
}

/** A row with the private data of its stream. */
export function readRow(data: TenantData, row: ResourceRow): ReadRow {
  return { row, private: privateOf(data, row.stream) }
}

function privateOf(data: TenantData, stream: string): PrivateData {
  return data.streams.get(stream)?.private ?? NO_PRIVATE_DATA
}

/** The shortest list that holds all matches. */
function candidates(collection: Collection, query: ResourceQuery): readonly string[] {
  if (query.reference_id !== undefined) {
    const id = collection.by_reference.get(query.reference_id)
    return id === undefined ? [] : [id]
  }
  if (query.link !== undefined) return collection.by_link.get(query.link) ?? []
  if (query.mandate_id !== undefined) return collection.by_mandate.get(query.mandate_id) ?? []
  return collection.ids
}

/** A resource's events are among those of its stream. */
function eventCandidates(data: TenantData, query: EventQuery): readonly string[] {
  const stream = query.stream ?? streamOf(data, query.resource_id)
  return stream === undefined ? data.event_ids : (data.streams.get(stream)?.event_ids ?? [])
}

function streamOf(data: TenantData, resource_id: string | undefined): string | undefined {
  if (resource_id === undefined) return undefined
  for (const { rows } of data.kinds.values()) {
    const row = rows.get(resource_id)
    if (row !== undefined) return row.stream
  }
  return undefined
}

/** Whether a row's own columns fit the filters. */
export function matchesRow(row: ResourceRow, query: RowFilters): boolean {
  return (
    (query.status === undefined || row.status === query.status) &&
    (query.mandate_id === undefined || row.mandate_id === query.mandate_id) &&
    (query.notification_id === undefined || row.notification_id === query.notification_id) &&
    (query.created_from === undefined || row.created_at >= query.created_from) &&
    (query.created_until === undefined || row.created_at < query.created_until)
  )
}

/** Whether the payer fits the filters. */
export function matchesPayer({ payer }: PrivateData, query: PayerFilters): boolean {
  return (
    (query.payer_vpa === undefined || payer?.vpa === query.payer_vpa) &&
    (query.payer_reference_id === undefined || payer?.reference_id === query.payer_reference_id)
  )
}

function matchesEvent(event: LoggedEvent, query: EventQuery): boolean {
  return (
    (query.type === undefined || event.type === query.type) &&
    (query.stream === undefined || event.stream === query.stream) &&
    (query.resource_id === undefined || event.resource_id === query.resource_id) &&
    (query.created_from === undefined || event.at >= query.created_from) &&
    (query.created_until === undefined || event.at < query.created_until)
  )
}
