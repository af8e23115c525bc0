import { endOfIstDay, type Instant, isTerminal } from '@upi-autopay/rail'
import { type Account, merchantNow, tenantOf } from '../../account/account.ts'
import type { Batch } from '../../batch/batch.ts'
import type { ReadBatchRow } from '../../ports/batch-store.ts'
import type { EngineDeps } from '../deps.ts'
import { handle } from '../handle.ts'

/** Rows looked at in one piece of work: a page, and as many pages. */
const PAGE = 500
const PAGES = 10
/** How long to wait for a debit that may end any time: as long as it has stood still, within these. */
const SHORTEST_WAIT_MS = 5 * 60_000
const LONGEST_WAIT_MS = 60 * 60_000
/** How long the bank's answer may take after a debit is due, and the end of its day. */
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
        look_at: open === undefined ? now : nextLook(open, now),
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

/** Before a debit is due nothing can end; afterwards it may any time, and with its day it mostly does. */
function nextLook({ became, order }: ReadBatchRow, now: Instant): Instant {
  const due = became?.due_at ?? null
  if (due !== null && due > now) return (due + AFTER_DUE_MS) as Instant
  const still = now - (became?.updated_at ?? now)
  const again = now + Math.min(Math.max(still, SHORTEST_WAIT_MS), LONGEST_WAIT_MS)
  const day_end = order === null ? 0 : endOfIstDay(order.debit_date) + AFTER_DUE_MS
  return (day_end > now ? Math.min(again, day_end) : again) as Instant
}
