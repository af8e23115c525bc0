import { type Account, merchantNow, tenantOf } from '../account/account.ts'
import { netOf } from '../ports/settlement-store.ts'
import type { Timer } from '../ports/work-store.ts'
import type { EngineDeps } from './deps.ts'
import { handle } from './handle.ts'

/** A run is counted anew when something is booked into it meanwhile: so often a late booking may come between. */
const ROUNDS = 100

/**
 * Makes the settlements of one merchant whose runs are due, one for each speed: sums are read, judged, and claimed
 * with what they were read from. What comes to nothing or less is left to the next run. Answers an entry for each
 * settlement, like those of timers that fired.
 */
export async function formSettlements(deps: EngineDeps, account: Account): Promise<Timer[]> {
  const { settlements } = deps.store
  const tenant = tenantOf(account)
  const now = merchantNow(account.clock, deps.clock.now())
  const formed: Timer[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const runs = await settlements.due(tenant, now)
    if (runs.length === 0) return formed
    for (const run of runs) if (netOf(run.sums) <= 0) await settlements.leave(tenant, run)
    const paid = runs
      .filter(({ sums }) => netOf(sums) > 0)
      .map((due) => ({ due, id: deps.ids.mint('settlement', now) }))
    const handled = await handle(
      deps,
      paid.map(({ due, id }) => ({
        account,
        command: { type: 'FormSettlement', id, due },
        target: { kind: 'settlement', id, create: true },
        cause: `run:${due.speed}:${now}`,
      })),
    )
    for (const [index, { id }] of paid.entries())
      if (handled[index]?.ok === true) formed.push(entryOf(tenant, id, now))
  }
  throw new Error(`the settlements of ${account.merchant_id} do not come to an end`)
}

function entryOf(tenant: Timer['tenant'], id: string, at: Timer['at']): Timer {
  return {
    tenant,
    stream: id,
    stream_kind: 'settlement',
    key: `settlement_run:${id}`,
    kind: 'settlement_run',
    resource_kind: 'settlement',
    resource_id: id,
    at,
    outcome: null,
    attempt: null,
  }
}
