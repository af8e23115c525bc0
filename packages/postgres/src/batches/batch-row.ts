import type { BatchOrder, BatchRow, ReadBatchRow } from '@upi-autopay/engine'
import type { Instant } from '@upi-autopay/rail'

/** A row of a batch with what it made, as the list's statement gives it. */
export type BatchRowColumns = Omit<BatchRow, 'order'> & {
  readonly asked: BatchOrder | null
  readonly made_status: string | null
  readonly made_amount: number | null
  readonly made_due_at: Instant | null
  readonly made_updated_at: Instant | null
}

export function readBatchRow(columns: BatchRowColumns): ReadBatchRow {
  return {
    line: columns.line,
    status: columns.status,
    reference_id: columns.reference_id,
    order: columns.asked,
    errors: columns.errors,
    notification_id: columns.notification_id,
    presentation_id: columns.presentation_id,
    became: becameOf(columns),
  }
}

function becameOf(columns: BatchRowColumns): ReadBatchRow['became'] {
  const { made_status: status, made_amount: amount, made_updated_at: updated_at } = columns
  if (status === null || amount === null || updated_at === null) return null
  return { status, amount, due_at: columns.made_due_at, updated_at }
}
