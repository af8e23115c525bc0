import type { IsoDate } from '@upi-autopay/rail'

/** A member of the society, as the file has it. */
export interface Member {
  readonly member_no: string
  readonly name: string
  readonly vpa: string
  /** In paise, though the file speaks of rupees. */
  readonly daily_amount: number
  /** The first day of deposits. */
  readonly starts: IsoDate
  /** When the day's debit is asked for, Indian time, in minutes of the day. */
  readonly debit_minute: number
  /** Whether the first day's deposit is made at registration. */
  readonly first_debit: boolean
  /** Whether the member approves the mandate. */
  readonly approves: boolean
}
