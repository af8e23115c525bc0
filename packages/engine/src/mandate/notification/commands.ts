import type { Instant, IsoDate } from '@upi-autopay/rail'

/** What can be asked of a mandate's notifications. */
export type NotificationCommand = CreateNotification | CancelNotification | OptOut

/** Announces a debit to the payer. */
export interface CreateNotification {
  readonly type: 'CreateNotification'
  readonly id: string
  readonly mandate_id: string
  readonly reference_id: string | null
  readonly amount: number
  readonly debit_date: IsoDate
  readonly debit_at: Instant | null
  readonly metadata: Readonly<Record<string, string>>
  /** What it was made by, where it was not asked for by itself. */
  readonly batch_id?: string | null
  readonly schedule_id?: string | null
  readonly quiet?: boolean
}

/** The merchant calls an announced debit off. */
export interface CancelNotification {
  readonly type: 'CancelNotification'
  readonly notification_id: string
}

/** The payer opts out of one announced debit. */
export interface OptOut {
  readonly type: 'OptOut'
  readonly notification_id: string
}
