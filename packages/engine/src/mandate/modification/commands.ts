import type { IsoDate } from '@upi-autopay/rail'

/** What can be asked about a mandate's terms. */
export type ModificationCommand = ModifyMandate

/** Asks the payer for other terms. Null leaves a term as it is. */
export interface ModifyMandate {
  readonly type: 'ModifyMandate'
  readonly id: string
  readonly mandate_id: string
  readonly reference_id: string | null
  readonly amount: number | null
  readonly end_date: IsoDate | null
  readonly expires_in_ms: number | null
  readonly metadata: Readonly<Record<string, string>>
}
