import { type Account, tenantOf } from '../account/account.ts'
import type { EngineDeps } from './deps.ts'

/**
 * The account with the merchant's stop as it is now: whoever began before `stop_debits` was answered must present
 * nothing after it, and whoever began before `resume_debits` must hold nothing any more.
 */
export async function withPresentStops(deps: EngineDeps, account: Account): Promise<Account> {
  const standing = await deps.store.accounts.get(tenantOf(account))
  return standing === null ? account : { ...account, debits_stopped: standing.debits_stopped }
}
