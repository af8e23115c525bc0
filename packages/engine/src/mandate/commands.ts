import type {
  AmountRule,
  DebitRule,
  Flow,
  Frequency,
  Instant,
  IsoDate,
  PresentWhen,
  RetryMode,
  SettlementSpeed,
} from '@upi-autopay/rail'
import type { Outcome, OutcomeReferences } from '../ports/outcome.ts'
import type { Payer } from '../ports/private-data.ts'
import type { Effect, Timer } from '../ports/work-store.ts'

/** Everything that can be asked of a mandate's stream. Imperative; instants in milliseconds, amounts in paise. */
export type MandateCommand =
  | CreateMandate
  | RevokeMandate
  | ActAsPayer
  | CreateNotification
  | CreatePresentation
  | RetryPresentation
  | CancelPresentation
  | ActOnPresentation
  | RecordOutcome
  | ConfirmSending
  | FireTimer

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

/** What the payer does in the UPI app. Approving and declining carry the bank's answer, which follows later. */
export interface ActAsPayer {
  readonly type: 'ActAsPayer'
  readonly mandate_id: string
  readonly action: 'open' | 'approve' | 'decline' | 'pause' | 'resume' | 'revoke'
  readonly vpa: string | null
  readonly answer: { readonly after_ms: number; readonly outcome: Outcome } | null
}

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
}

/** Plans a debit against a notification, or an instant one. */
export interface CreatePresentation {
  readonly type: 'CreatePresentation'
  readonly id: string
  readonly mandate_id: string
  readonly reference_id: string
  /** Either a notification to debit against, or an instant debit with its amount. */
  readonly source: { readonly notification_id: string } | { readonly instant_amount: number }
  readonly description: string | null
  readonly when: PresentWhen
  readonly present_at: Instant | null
  readonly retry: RetryMode
  readonly metadata: Readonly<Record<string, string>>
}

/** Another attempt after a decline. */
export interface RetryPresentation {
  readonly type: 'RetryPresentation'
  readonly presentation_id: string
  readonly when: PresentWhen
  readonly present_at: Instant | null
}

/** The merchant gives a debit up. */
export interface CancelPresentation {
  readonly type: 'CancelPresentation'
  readonly presentation_id: string
}

/** The payer enters the PIN or declines the debit; the bank's answer follows later. */
export interface ActOnPresentation {
  readonly type: 'ActOnPresentation'
  readonly presentation_id: string
  readonly answer: { readonly after_ms: number; readonly outcome: Outcome }
}

/** What the provider said, of whichever resource; also how an effect is closed. */
export interface RecordOutcome {
  readonly type: 'RecordOutcome'
  readonly resource_kind: 'mandate' | 'notification' | 'presentation'
  readonly resource_id: string
  readonly attempt: number | null
  readonly outcome: Outcome
}

/** Asked after the lease and before the sending: may this still go out? Events say no, none says yes. */
export interface ConfirmSending {
  readonly type: 'ConfirmSending'
  readonly effect: Effect
}

/** The moment of a timer has come. */
export interface FireTimer {
  readonly type: 'FireTimer'
  readonly timer: Timer
}
