import type { BatchCancelReason, BatchEvents, BatchKind, Instant } from '@upi-autopay/rail'
import type { WorkCommand } from '../kernel/work-commands.ts'
import type { BatchResult } from '../ports/batch-store.ts'
import type { BatchRowCounts } from './batch.ts'

/** Everything that can be asked of a batch. */
export type BatchCommand =
  | CreateBatch
  | RecordBatchUpload
  | StartBatch
  | CancelBatch
  | RecordBatchProgress
  | RecordBatchEnds
  | WorkCommand

/** An upload begins: its reference is taken, its rows follow. */
export interface CreateBatch {
  readonly type: 'CreateBatch'
  readonly id: string
  readonly kind: BatchKind
  readonly events: BatchEvents
  readonly reference_id: string
  readonly metadata: Readonly<Record<string, string>>
}

/** So many rows of an upload were kept, and more are to come. `amount`: of the accepted rows, in paise. */
export interface RecordBatchUpload {
  readonly type: 'RecordBatchUpload'
  readonly batch_id: string
  readonly rows: Pick<BatchRowCounts, 'accepted' | 'refused'>
  readonly amount: number
}

/** The upload is whole. `amount`: of the accepted rows, in paise. */
export interface StartBatch {
  readonly type: 'StartBatch'
  readonly batch_id: string
  readonly rows: Pick<BatchRowCounts, 'accepted' | 'refused'>
  readonly amount: number
}

/** Nothing more of it is handed over; what was handed over stays. */
export interface CancelBatch {
  readonly type: 'CancelBatch'
  readonly batch_id: string
  readonly reason: BatchCancelReason
}

/** Rows were handed over: those after `from_line`, up to `through_line`. `last`: none are left. */
export interface RecordBatchProgress {
  readonly type: 'RecordBatchProgress'
  readonly batch_id: string
  readonly from_line: number
  readonly through_line: number
  readonly counts: Pick<BatchRowCounts, 'planned' | 'unchanged' | 'refused'>
  readonly last: boolean
}

/** Whatever rows up to `ended_line` made has ended. `results`: so has all the rest; otherwise look again at `look_at`. */
export interface RecordBatchEnds {
  readonly type: 'RecordBatchEnds'
  readonly batch_id: string
  readonly ended_line: number
  readonly look_at: Instant
  readonly results: readonly BatchResult[] | null
}
