import type { ProviderPolicy } from '../policy.ts'

/** The number of `notice.lead_time` and `notice.lead_window`: hours between notice and debit that the rail demands. */
export const RAIL_LEAD_HOURS = 24

/** Hours between notice and debit: the stricter of rail and provider. */
export function leadHours(policy: Pick<ProviderPolicy, 'notice_lead_min_hours'>): number {
  return Math.max(RAIL_LEAD_HOURS, policy.notice_lead_min_hours)
}

/** The same in milliseconds. */
export function leadMs(policy: Pick<ProviderPolicy, 'notice_lead_min_hours'>): number {
  return leadHours(policy) * 3_600_000
}
