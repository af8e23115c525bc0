import type { Ender, Instant, IsoDate, NotificationStatus } from '@upi-autopay/rail'
import type { Decline } from '../../kernel/decline.ts'

/** A pre-debit notification: what the payer is told before a debit. */
export interface Notification {
  readonly id: string
  readonly revision: number
  readonly status: NotificationStatus
  readonly mandate_id: string
  readonly reference_id: string | null
  readonly amount: number
  readonly debit_date: IsoDate
  readonly debit_at: Instant | null
  /** Key into the mandate's counters; `from` and `until` are null where each notification is a cycle of its own. */
  readonly cycle: {
    readonly key: string
    readonly from: IsoDate | null
    readonly until: IsoDate | null
  }
  readonly sequence_number: number
  /** When the debit may start (known once delivered), and when the chance ends (exclusive). */
  readonly window_from: Instant | null
  readonly window_until: Instant
  readonly delivered_at: Instant | null
  readonly failure: Decline | null
  /** The debit whose first attempt used it. */
  readonly used_by: string | null
  /** Who called the debit off; `rail` where the end of the mandate, or its new terms, did. */
  readonly cancelled_by: Ender | null
  /** What it was made by, where it was not asked for by itself. */
  readonly batch_id: string | null
  readonly schedule_id: string | null
  /** Merchants are not told of its events one by one. */
  readonly quiet: boolean
  readonly metadata: Readonly<Record<string, string>>
  readonly created_at: Instant
  readonly updated_at: Instant
}

/** Whether debits may be made against it. */
export function isPresentable(notification: Notification): boolean {
  return notification.status === 'delivered' || notification.status === 'used'
}

/** Whether it still occupies its cycle. */
export function isOpenNotification(notification: Notification): boolean {
  return notification.status === 'pending' || isPresentable(notification)
}
