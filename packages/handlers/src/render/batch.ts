import type {
  Batch as WireBatch,
  BatchResult as WireBatchResult,
  BatchRow as WireBatchRow,
} from '@upi-autopay/contract'
import type { Batch, ReadBatchRow } from '@upi-autopay/engine'
import { allowedActions } from '@upi-autopay/rail'
import { instant, type RenderContext } from './context.ts'

/** A batch as merchants read it; `results` as they stand now, where they were counted. */
export function renderBatch(
  batch: Batch,
  context: Pick<RenderContext, 'livemode'>,
  results: readonly WireBatchResult[] | null = batch.results,
): WireBatch {
  return {
    id: batch.id,
    object: 'batch',
    livemode: context.livemode,
    created_at: instant(batch.created_at),
    updated_at: instant(batch.updated_at),
    metadata: { ...batch.metadata },
    status: batch.status,
    allowed_actions: [...allowedActions('batch', batch.status)],
    kind: batch.kind,
    events: batch.events,
    reference_id: batch.reference_id,
    rows: { ...batch.rows },
    amount: batch.amount,
    currency: 'INR',
    results: results === null ? null : results.map((one) => ({ ...one })),
    cancel_reason: batch.cancel_reason,
    started_at: instant(batch.started_at),
    ended_at: instant(batch.ended_at),
  }
}

/** A row of a batch as merchants read it. */
export function renderBatchRow(row: ReadBatchRow): WireBatchRow {
  const { order } = row
  return {
    object: 'batch_row',
    line: row.line,
    status: row.status,
    reference_id: row.reference_id,
    mandate_id: order?.mandate_id ?? null,
    mandate_reference_id: order?.mandate_reference_id ?? null,
    amount: order?.amount ?? null,
    debit_date: order?.debit_date ?? null,
    notification_id: row.notification_id,
    presentation_id: row.presentation_id,
    result: row.became?.status ?? null,
    errors: row.errors.map((error) => ({ ...error })),
  }
}
