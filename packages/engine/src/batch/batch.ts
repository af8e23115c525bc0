import type {
  BatchCancelReason,
  BatchEvents,
  BatchKind,
  BatchStatus,
  Instant,
} from '@upi-autopay/rail'
import type { BatchResult } from '../ports/batch-store.ts'

/** Many debits or notices handed in at once. Its rows live beside it; what they make lives with the mandates. */
export interface Batch {
  readonly id: string
  readonly revision: number
  readonly status: BatchStatus
  readonly kind: BatchKind
  readonly events: BatchEvents
  readonly reference_id: string
  readonly rows: BatchRowCounts
  /** Of the rows that were accepted while they were read, in paise. */
  readonly amount: number
  /** Rows up to this line were handed over. */
  readonly through_line: number
  /** Whatever rows up to this line made has ended. */
  readonly ended_line: number
  /** What it made, by status, as it stood when the last of it had ended; null before. */
  readonly results: readonly BatchResult[] | null
  readonly cancel_reason: BatchCancelReason | null
  readonly metadata: Readonly<Record<string, string>>
  readonly started_at: Instant | null
  /** When it was completed or cancelled. */
  readonly ended_at: Instant | null
  readonly created_at: Instant
  readonly updated_at: Instant
}

/** Rows by what became of them; `total` is their sum. */
export interface BatchRowCounts {
  readonly total: number
  /** Not handed over yet. */
  readonly accepted: number
  readonly planned: number
  readonly unchanged: number
  readonly refused: number
  readonly cancelled: number
}

/** No rows yet. */
export const NO_ROWS: BatchRowCounts = {
  total: 0,
  accepted: 0,
  planned: 0,
  unchanged: 0,
  refused: 0,
  cancelled: 0,
}
