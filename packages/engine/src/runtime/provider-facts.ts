import type { Account } from '../account/account.ts'
import type { Facts } from '../kernel/aggregate.ts'
import type { EngineDeps } from './deps.ts'

/** A merchant's provider as decisions see it: its policy, with what the operator has set for this merchant in its place. */
export function providerFacts(
  { providerOf }: Pick<EngineDeps, 'providerOf'>,
  account: Account,
): Facts['provider'] {
  const { policy, authorizationLink, paymentLink } = providerOf(account)
  return { policy: { ...policy, ...account.policy }, authorizationLink, paymentLink }
}
