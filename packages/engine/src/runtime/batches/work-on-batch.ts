import type { Account } from '../../account/account.ts'
import { tenantOf } from '../../account/account.ts'
import type { Batch } from '../../batch/batch.ts'
import type { BatchTimerKind } from '../../batch/react.ts'
import type { Timer } from '../../ports/work-store.ts'
import type { EngineDeps } from '../deps.ts'
import { handle } from '../handle.ts'
import { lookForEnds } from './look-for-ends.ts'
import { recogniseRows, runRows } from './run-rows.ts'

/** Rows cancelled in one piece of work. */
const SWEPT_AT_ONCE = 2_000

/** Whether a timer is work on the rows of a batch, which no decider sees. */
export function isBatchWork({ stream_kind, kind }: Timer): boolean {
  return stream_kind === 'batch' && kind !== ('upload_deadline' satisfies BatchTimerKind)
}

/**
 * Does one bounded piece of the work that a batch is due. Done twice, by two servers or again after a crash, it
 * changes nothing more: rows have their ids, and the batch moves on from the line at which it stood.
 */
export async function workOnBatch(deps: EngineDeps, account: Account, timer: Timer): Promise<void> {
  const tenant = tenantOf(account)
  const found = await deps.store.resources.get({ tenant, kind: 'batch', id: timer.resource_id })
  const batch = found?.row.data as Batch | undefined
  const kind = timer.kind as BatchTimerKind
  if (batch?.status === 'running' && kind === 'batch_run') return runRows(deps, account, batch)
  if (batch?.status === 'running' && kind === 'batch_look') return lookForEnds(deps, account, batch)
  if (batch?.status === 'cancelled') {
    await recogniseRows(deps, account, batch)
    const cancelled = await deps.store.batches.cancel(tenant, batch.id, SWEPT_AT_ONCE)
    // The timer stands, and the next round goes on.
    if (cancelled === SWEPT_AT_ONCE) return
  }
  await handle(deps, [
    {
      account,
      command: { type: 'FireTimer', timer },
      target: { kind: 'batch', id: timer.resource_id },
      cause: `timer:${timer.key}`,
      timer_fired: timer,
    },
  ])
}
