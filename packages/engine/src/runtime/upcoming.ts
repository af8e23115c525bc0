import { type Account, merchantNow, tenantOf } from '../account/account.ts'
import type { MandateState } from '../mandate/mandate.ts'
import type { Schedule } from '../mandate/schedule/schedule.ts'
import { type UpcomingCycle, upcomingCycles } from '../mandate/schedule/upcoming.ts'
import type { EngineDeps } from './deps.ts'
import { providerFacts } from './provider-facts.ts'

const CYCLES_SHOWN = 12

/** What a schedule will do next, at most twelve cycles; null when there is no such schedule. */
export async function upcoming(
  deps: EngineDeps,
  account: Account,
  id: string,
): Promise<UpcomingCycle[] | null> {
  const [loaded] = await deps.store.decisions.load([
    { tenant: tenantOf(account), kind: 'schedule', id },
  ])
  if (loaded === null || loaded === undefined) return null
  return upcomingCycles(loaded.state as MandateState, loaded.row.data as Schedule, {
    now: merchantNow(account.clock, deps.clock.now()),
    provider: providerFacts(deps, account),
    account,
    limit: CYCLES_SHOWN,
  })
}
