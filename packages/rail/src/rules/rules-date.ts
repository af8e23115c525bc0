import { type Instant, type IsoDate, istDate } from '../calendar.ts'
import type { ProviderPolicy } from '../policy.ts'

/** What every rule's facts carry: the policy, which may hold the rules to those of another day. */
export interface Ruled {
  readonly policy: Pick<ProviderPolicy, 'rules_as_of'>
}

/**
 * The Indian day whose rules are asked at a moment: that of the moment, or the one that the policy names. The clock
 * still counts for everything else.
 */
export function rulesDate(policy: Ruled['policy'], at: Instant): IsoDate {
  return policy.rules_as_of ?? istDate(at)
}
