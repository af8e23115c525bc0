import { type Instant, isTerminal } from '@upi-autopay/rail'
import { type Account, merchantNow, tenantOf } from '../../account/account.ts'
import type { Batch } from '../../batch/batch.ts'
import type { BatchMade, ReadBatchRow } from '../../ports/batch-store.ts'
import type { EngineDeps } from '../deps.ts'
import { handle } from '../handle.ts'

/** Rows looked at in one piece of work: a page, and as many pages. */
const PAGE = 500
const PAGES = 10
/** How long to wait for a debit that may end any time, and for the bank's answer after one is due. */
const LOOK_AGAIN_MS = 5 * 60_000
const AFTER_DUE_MS = 60_000

/**
 * Looks whether all that a batch made has ended. No debit tells its batch: the batch goes along its rows, stops at the
 * first whose debit is open, and begins there the next time, so that each row is passed once.
 */
export async function lookForEnds(deps: EngineDeps, account: Account, batch: Batch): Promise<void> {
  const tenant = tenantOf(account)
  const now = merchantNow(account.clock, deps.clock.now())
  let ended_line = batch.ended_line
  let open: ReadBatchRow | undefined
  let has_more = true
  for (let page = 0; page < PAGES && has_more && open === undefined; page++) {
    const found = await deps.store.batches.list({
      tenant,
      batch_id: batch.id,
      after_line: ended_line,
      limit: PAGE,
      ordered: true,
    })
    const stop = found.rows.findIndex((row) => isOpen(batch, row))
    open = stop < 0 ? undefined : found.rows[stop]
    ended_line = (stop < 0 ? found.rows.at(-1) : found.rows[stop - 1])?.line ?? ended_line
    has_more = found.has_more
  }
  const all_ended = open === undefined && !has_more
  const [results = []] = all_ended ? await deps.store.batches.results(tenant, [batch.id]) : []
  await handle(deps, [
    {
      account,
      command: {
        type: 'RecordBatchEnds',
        batch_id: batch.id,
        ended_line,
        look_at: open === undefined ? now : nextLook(open.became, now),
        results: all_ended ? results : null,
      },
      target: { kind: 'batch', id: batch.id },
      cause: `timer:batch_look:${batch.id}`,
    },
  ])
}

/** A debit is open until its final state; a notice until it has arrived or failed. */
function isOpen({ kind }: Batch, { status, became }: ReadBatchRow): boolean {
  if (status !== 'planned' || became === null) return false
  return kind === 'notifications'
    ? became.status === 'pending'
    : !isTerminal('presentation', became.status)
}

/** Before a debit is due nothing can end; afterwards it may any time. */
function nextLook(became: BatchMade | null, now: Instant): Instant {
  const due = became?.due_at ?? null
  return (due !== null && due > now ? due + AFTER_DUE_MS : now + LOOK_AGAIN_MS) as Instant
}
