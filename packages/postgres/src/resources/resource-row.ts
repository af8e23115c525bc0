import type { ResourceRow } from '@upi-autopay/engine'

/** The columns of a resource `r`. */
export const RESOURCE_COLUMNS =
  'r.kind, r.id, r.stream, r.revision, r.status, r.reference_id, r.mandate_id, r.notification_id, r.created_at, r.updated_at, r.data'

/** A result that holds those columns, perhaps among others. */
export type ResourceColumns = ResourceRow

export function resourceRow(columns: ResourceColumns): ResourceRow {
  return {
    kind: columns.kind,
    id: columns.id,
    stream: columns.stream,
    revision: columns.revision,
    status: columns.status,
    reference_id: columns.reference_id,
    mandate_id: columns.mandate_id,
    notification_id: columns.notification_id,
    created_at: columns.created_at,
    updated_at: columns.updated_at,
    data: columns.data,
  }
}
