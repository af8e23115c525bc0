import type {
  AmountRule,
  DebitRule,
  Flow,
  Frequency,
  IsoDate,
  NoticeExemption,
  SettlementSpeed,
} from '@upi-autopay/rail'
import type { LaterOutcome, OutcomeReferences } from '../../ports/outcome.ts'
import type { Payer } from '../../ports/private-data.ts'

/** What can be asked of the mandate itself. */
export type RegistrationCommand = CreateMandate | RevokeMandate | RevokeByRail | ActAsPayer

/** Registers a mandate. Dates are Indian days, amounts paise. */
export interface CreateMandate {
  readonly type: 'CreateMandate'
  readonly id: string
  readonly reference_id: string
  readonly flow: Flow
  readonly payer: Payer
  readonly description: string
  readonly amount: number
  readonly amount_rule: AmountRule
  readonly min_amount: number | null
  readonly frequency: Frequency
  readonly debit_rule: DebitRule | null
  readonly start_date: IsoDate
  readonly end_date: IsoDate
  /** Null: the account's. */
  readonly mcc: string | null
  readonly settlement: SettlementSpeed | null
  readonly notice_exemption: NoticeExemption | null
  readonly first_debit: { readonly amount: number } | null
  readonly registration_expires_in_ms: number | null
  readonly redirect_url: string | null
  readonly metadata: Readonly<Record<string, string>>
  /** Sandbox: the bank's approval, taken as given at once. */
  readonly approved?: OutcomeReferences
}

/** The merchant ends a mandate. */
export interface RevokeMandate {
  readonly type: 'RevokeMandate'
  readonly mandate_id: string
}

/** A bank or the network ends a mandate: the account is closed, the payer has died, a court has spoken. */
export interface RevokeByRail {
  readonly type: 'RevokeByRail'
  readonly mandate_id: string
}

/** What the payer does in the UPI app, with a registration or a change of it. Approving and declining carry the bank's answers, which follow later. */
export interface ActAsPayer {
  readonly type: 'ActAsPayer'
  readonly mandate_id: string
  readonly action: 'open' | 'approve' | 'decline' | 'pause' | 'resume' | 'revoke'
  readonly vpa: string | null
  readonly answers: readonly LaterOutcome[]
}
