import { type Account, tenantOf } from '../account/account.ts'
import { settle } from './advance.ts'
import type { EngineDeps } from './deps.ts'
import { moveClock } from './move-clock.ts'

/** How long a call waits for its turn at a clock that another one is moving, in milliseconds of real time. */
const TURN_MS = 10_000
const LOOK_MS = 20

/**
 * Does what a call leaves without delay, where its merchant's clock stands still: no loop will. Another call may have
 * moved or stopped the clock since this one read it; then what is left is done where the clock stands by now.
 */
export async function settleFrozen(deps: EngineDeps, account: Account): Promise<void> {
  if (account.mode !== 'test') return
  if (account.clock.mode === 'frozen') await settle(deps, account)
  for (let left = TURN_MS; left > 0; left -= LOOK_MS) {
    const { clock } = (await deps.store.accounts.get(tenantOf(account))) ?? account
    if (clock.mode !== 'frozen' || clock.frozen_at === account.clock.frozen_at) return
    const stood = await moveClock(deps, account, { to: null, mode: null })
    if (stood.ok) return
    await deps.pause(LOOK_MS)
  }
}
