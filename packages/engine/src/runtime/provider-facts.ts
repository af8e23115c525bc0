import type { ProviderPolicy } from '@upi-autopay/rail'
import type { Account } from '../account/account.ts'
import type { Facts } from '../kernel/aggregate.ts'
import type { EngineDeps } from './deps.ts'

/** A merchant's provider as decisions see it: how it makes links, and the policy that counts for this merchant. */
export function providerFacts(
  deps: Pick<EngineDeps, 'providerOf'>,
  account: Account,
): Facts['provider'] {
  const { authorizationLink, paymentLink } = deps.providerOf(account)
  return { policy: policyOf(deps, account), authorizationLink, paymentLink }
}

/** The same for many items of few accounts: each account is asked about once. */
export function manyProviderFacts(
  deps: Pick<EngineDeps, 'providerOf'>,
): (account: Account) => Facts['provider'] {
  const known = new Map<Account, Facts['provider']>()
  return (account) => {
    const asked = known.get(account)
    if (asked !== undefined) return asked
    const facts = providerFacts(deps, account)
    known.set(account, facts)
    return facts
  }
}

/** The policy that counts for a merchant: its provider's, with what the operator has set for this merchant in its place. */
export function policyOf(
  { providerOf }: Pick<EngineDeps, 'providerOf'>,
  account: Account,
): ProviderPolicy {
  return { ...providerOf(account).policy, ...account.policy }
}
