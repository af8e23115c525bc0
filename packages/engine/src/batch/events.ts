import type { BatchCancelReason, Instant } from '@upi-autopay/rail'
import type { DomainEvent } from '../kernel/envelope.ts'
import type { BatchResult } from '../ports/batch-store.ts'
import type { Batch, BatchRowCounts } from './batch.ts'

/** What happens to a batch. */
export type BatchEvent =
  | DomainEvent<'batch.created', { readonly batch: Batch }>
  | DomainEvent<
      'batch.received' | 'batch.started',
      {
        readonly rows: Pick<BatchRowCounts, 'accepted' | 'refused'>
        readonly amount: number
      }
    >
  | DomainEvent<
      'batch.progressed',
      {
        readonly through_line: number
        readonly ended_line: number
        readonly counts: Pick<BatchRowCounts, 'planned' | 'unchanged' | 'refused'>
        /** What is done next, and when; null where nothing is. */
        readonly next: { readonly work: 'run' | 'look'; readonly at: Instant } | null
      }
    >
  | DomainEvent<'batch.completed', { readonly results: readonly BatchResult[] }>
  | DomainEvent<'batch.cancelled', { readonly reason: BatchCancelReason }>

/** An event of one batch. */
export function batchEvent<T extends BatchEvent['type']>(
  type: T,
  resource_id: string,
  data: Extract<BatchEvent, { readonly type: T }>['data'],
): BatchEvent {
  return { type, resource_kind: 'batch', resource_id, data } as BatchEvent
}
