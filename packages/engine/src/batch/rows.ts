import type { ResourceRow } from '../ports/decision-store.ts'
import type { Batch } from './batch.ts'

/** The row of a batch. An upload that came to nothing gives its reference back, so that the file can be sent again. */
export function batchRows(batch: Batch): ResourceRow[] {
  const came_to_nothing = batch.status === 'cancelled' && batch.started_at === null
  return [
    {
      kind: 'batch',
      id: batch.id,
      stream: batch.id,
      revision: batch.revision,
      status: batch.status,
      reference_id: came_to_nothing ? null : batch.reference_id,
      mandate_id: null,
      notification_id: null,
      created_at: batch.created_at,
      updated_at: batch.updated_at,
      data: batch,
    },
  ]
}
