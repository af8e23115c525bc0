import type { Instant } from '@upi-autopay/rail'
import { type Batch, type BatchRowCounts, NO_ROWS } from './batch.ts'
import type { BatchEvent } from './events.ts'

/** Applies one event to a batch. */
export function evolveBatch(state: Batch | null, event: BatchEvent, at: Instant): Batch {
  if (event.type === 'batch.created') return event.data.batch
  if (state === null)
    throw new Error(`the stream of ${event.resource_id} does not begin with its creation`)
  const moved = { ...state, revision: state.revision + 1, updated_at: at }
  switch (event.type) {
    case 'batch.received':
      return { ...moved, ...uploaded(event.data) }
    case 'batch.started':
      return { ...moved, ...uploaded(event.data), status: 'running', started_at: at }
    case 'batch.progressed': {
      const { through_line, ended_line, counts } = event.data
      return { ...moved, through_line, ended_line, rows: handOver(state, counts) }
    }
    case 'batch.completed':
      return { ...moved, status: 'completed', results: event.data.results, ended_at: at }
    case 'batch.cancelled': {
      const { accepted, cancelled } = state.rows
      return {
        ...moved,
        status: 'cancelled',
        cancel_reason: event.data.reason,
        rows: { ...state.rows, accepted: 0, cancelled: cancelled + accepted },
        ended_at: at,
      }
    }
    default:
      return event satisfies never
  }
}

/** What was uploaded so far, counted as a whole. */
function uploaded({
  rows,
  amount,
}: {
  readonly rows: Pick<BatchRowCounts, 'accepted' | 'refused'>
  readonly amount: number
}): Pick<Batch, 'rows' | 'amount'> {
  return { rows: { ...NO_ROWS, ...rows, total: rows.accepted + rows.refused }, amount }
}

/** Rows leave those that wait; in a cancelled batch, where they were counted as cancelled, they leave those. */
function handOver(
  { status, rows }: Batch,
  counts: Pick<BatchRowCounts, 'planned' | 'unchanged' | 'refused'>,
): BatchRowCounts {
  const waiting = status === 'cancelled' ? 'cancelled' : 'accepted'
  const handed = counts.planned + counts.unchanged + counts.refused
  return {
    ...rows,
    planned: rows.planned + counts.planned,
    unchanged: rows.unchanged + counts.unchanged,
    refused: rows.refused + counts.refused,
    [waiting]: rows[waiting] - handed,
  }
}
