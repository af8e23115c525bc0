import { type Account, tenantOf } from '../../account/account.ts'
import type { Batch } from '../../batch/batch.ts'
import type { BatchRow, BatchRowEnd } from '../../ports/batch-store.ts'
import type { EngineDeps } from '../deps.ts'
import { handle } from '../handle.ts'
import { findMade, handOver } from './hand-over.ts'

/** Rows handed over before other work has its turn. */
const CHUNK = 200

/**
 * Hands the next rows of a batch over to their mandates and writes down what became of them. Rows that were handed over
 * before a crash have their end already, or get the same one again; the batch counts them once.
 */
export async function runRows(deps: EngineDeps, account: Account, batch: Batch): Promise<void> {
  const tenant = tenantOf(account)
  const { rows, has_more } = await deps.store.batches.list({
    tenant,
    batch_id: batch.id,
    after_line: batch.through_line,
    limit: CHUNK,
    ordered: true,
  })
  const waiting = rows.filter(({ status }) => status === 'accepted')
  const ends = await handOver(deps, account, batch, waiting)
  if (ends.length > 0) await deps.store.batches.record(tenant, batch.id, ends)
  await recordProgress(deps, account, batch, {
    through_line: rows.at(-1)?.line ?? batch.through_line,
    ended: [...rows.filter(({ status }) => status !== 'accepted'), ...ends],
    last: !has_more,
  })
}

/**
 * Rows of a cancelled batch that were being handed over when a server went down may have their debits, though nobody
 * has written it down: they are found by what carries their references.
 */
export async function recogniseRows(
  deps: EngineDeps,
  account: Account,
  batch: Batch,
): Promise<void> {
  const tenant = tenantOf(account)
  const { rows } = await deps.store.batches.list({
    tenant,
    batch_id: batch.id,
    after_line: batch.through_line,
    limit: CHUNK,
    ordered: true,
  })
  const unwritten = rows.filter(({ status }) => status === 'accepted' || status === 'cancelled')
  const ends = await findMade(deps, account, batch, unwritten)
  const ended = [...rows.filter((row) => !unwritten.includes(row)), ...ends]
  if (ended.length === 0) return
  if (ends.length > 0) await deps.store.batches.record(tenant, batch.id, ends)
  const through_line = Math.max(...ended.map(({ line }) => line))
  await recordProgress(deps, account, batch, { through_line, ended, last: true })
}

interface Progress {
  readonly through_line: number
  readonly ended: readonly Pick<BatchRowEnd, 'status'>[]
  readonly last: boolean
}

async function recordProgress(
  deps: EngineDeps,
  account: Account,
  batch: Batch,
  { through_line, ended, last }: Progress,
): Promise<void> {
  await handle(deps, [
    {
      account,
      command: {
        type: 'RecordBatchProgress',
        batch_id: batch.id,
        from_line: batch.through_line,
        through_line,
        counts: {
          planned: count(ended, 'planned'),
          unchanged: count(ended, 'unchanged'),
          refused: count(ended, 'refused'),
        },
        last,
      },
      target: { kind: 'batch', id: batch.id },
      cause: `timer:batch_run:${batch.id}`,
    },
  ])
}

function count(rows: readonly Pick<BatchRowEnd, 'status'>[], status: BatchRow['status']): number {
  return rows.filter((row) => row.status === status).length
}
