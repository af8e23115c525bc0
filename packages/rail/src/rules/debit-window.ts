import { endOfIstDay, type Instant, startOfIstDay } from '../calendar.ts'
import type { ProviderPolicy } from '../policy.ts'
import type { DeliveredNotice } from './facts.ts'
import { leadMs } from './lead-time.ts'

/** When a notified debit may be made: from `from` on, and before `until`. */
export interface DebitWindow {
  readonly from: Instant
  readonly until: Instant
}

/**
 * The window of a delivered notice: from `debit_at`, or 00:00 Indian time of `debit_date`, but never before the lead
 * time has passed since delivery; until the end of that Indian day. Empty (`from >= until`) if delivery came too late.
 */
export function debitWindow(
  notice: DeliveredNotice,
  policy: Pick<ProviderPolicy, 'notice_lead_min_hours'>,
): DebitWindow {
  const named = notice.debit_at ?? startOfIstDay(notice.debit_date)
  const noticed = notice.delivered_at + leadMs(policy)
  return { from: Math.max(named, noticed) as Instant, until: endOfIstDay(notice.debit_date) }
}
