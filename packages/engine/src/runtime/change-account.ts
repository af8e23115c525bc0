import { type Account, type AccountTerms, merchantNow, tenantOf } from '../account/account.ts'
import { type AccountCommand, decideAccount } from '../account/decide.ts'
import { type Rejection, reject } from '../kernel/result.ts'
import type { EngineDeps } from './deps.ts'
import { policyOf } from './provider-facts.ts'

/** What is asked, and which versions the asker knows: any, where it says none. */
export interface AccountChange {
  readonly command: AccountCommand
  readonly if_revision?: readonly number[] | undefined
}

/** Each round one of those who race gets through. */
const ROUNDS = 50

/** Judges a command against the account as it stands and writes what it changes; decided again where another was faster. */
export async function changeAccount(
  deps: EngineDeps,
  account: Account,
  { command, if_revision }: AccountChange,
): Promise<
  | { readonly ok: true; readonly account: Account }
  | { readonly ok: false; readonly rejection: Rejection }
> {
  const tenant = tenantOf(account)
  for (let round = 0; round < ROUNDS; round++) {
    const standing = (await deps.store.accounts.get(tenant)) ?? account
    const { revision } = standing
    if (if_revision !== undefined && !if_revision.includes(revision)) {
      return reject({
        code: 'precondition_failed',
        detail: `If-Match names another version of the account than the present one, "${revision}".`,
        revision,
      })
    }
    const decision = decideAccount(standing, command, {
      now: merchantNow(standing.clock, deps.clock.now()),
      policy: policyOf(deps, standing),
    })
    if (!decision.ok) return decision
    if (!changes(standing, decision.terms)) return { ok: true, account: standing }
    const changed = await deps.store.accounts.save(
      tenant,
      revision,
      decision.terms,
      deps.clock.now(),
    )
    if (changed !== null) return { ok: true, account: changed }
  }
  throw new Error(`the account ${account.merchant_id} still conflicts after ${ROUNDS} rounds`)
}

function changes(account: Account, terms: Partial<AccountTerms>): boolean {
  return Object.entries(terms).some(
    ([name, value]) =>
      JSON.stringify(value) !== JSON.stringify(account[name as keyof AccountTerms]),
  )
}
