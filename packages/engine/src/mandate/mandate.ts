import type {
  AmountRule,
  DebitRule,
  Ender,
  Flow,
  Frequency,
  Instant,
  IsoDate,
  MandateStatus,
  MandateTerms,
  NoticeExemption,
  SettlementSpeed,
} from '@upi-autopay/rail'
import type { Dispute } from '../dispute/dispute.ts'
import type { Decline } from '../kernel/decline.ts'
import type { Payer, PrivateData } from '../ports/private-data.ts'
import type { Refund } from '../refund/refund.ts'
import type { Modification } from './modification/modification.ts'
import type { Notification } from './notification/notification.ts'
import type { Presentation } from './presentation/presentation.ts'
import type { Reversal } from './presentation/reversal.ts'
import type { Schedule } from './schedule/schedule.ts'

/** A mandate as the log and its row keep it. Amounts in paise, instants in milliseconds. The payer lives apart. */
export interface Mandate {
  readonly id: string
  readonly revision: number
  readonly status: MandateStatus
  readonly reference_id: string
  readonly flow: Flow
  readonly description: string
  readonly amount: number
  readonly amount_rule: AmountRule
  readonly min_amount: number | null
  readonly frequency: Frequency
  readonly debit_rule: DebitRule | null
  readonly start_date: IsoDate
  readonly end_date: IsoDate
  readonly mcc: string
  readonly settlement: SettlementSpeed
  /** Why its debits need no notice; null where they do. */
  readonly notice_exemption: NoticeExemption | null
  readonly first_debit: { readonly amount: number } | null
  readonly redirect_url: string | null
  readonly metadata: Readonly<Record<string, string>>
  /** Null until the provider has made it. */
  readonly upi_link: string | null
  readonly registration_expires_at: Instant
  readonly opened_at: Instant | null
  readonly umn: string | null
  readonly activated_at: Instant | null
  readonly ended_at: Instant | null
  readonly status_reason: Decline | null
  /** Who revoked it, if anybody did. */
  readonly revoked_by: Ender | null
  /** The last change of its terms, also after its end. */
  readonly modification: Modification | null
  /** The number that the next cycle will get. */
  readonly next_sequence_number: number
  /** The cycles that have their number and are not over: what is notified again keeps it. */
  readonly numbered_cycles: readonly NumberedCycle[]
  /** The last day of the newest cycle that takes no debit any more: it has its own, or has spent its attempts. */
  readonly spent_until: IsoDate | null
  readonly created_at: Instant
  readonly updated_at: Instant
}

/** A cycle that was notified or debited, by its key. */
export interface NumberedCycle {
  readonly key: string
  readonly until: IsoDate
  readonly sequence_number: number
}

/**
 * What decisions about one mandate need: the mandate, what is open, and the counters that the hard rules span.
 * Closed notifications and presentations live in their rows.
 */
export interface MandateState {
  readonly mandate: Mandate
  readonly notifications: Readonly<Record<string, Notification>>
  readonly presentations: Readonly<Record<string, Presentation>>
  /** Those that are open; the debits they are about stay with them. */
  readonly refunds: Readonly<Record<string, Refund>>
  readonly disputes: Readonly<Record<string, Dispute>>
  /** Those of this very decision: they are over as they begin. */
  readonly reversals: Readonly<Record<string, Reversal>>
  readonly schedules: Readonly<Record<string, Schedule>>
  readonly cycles: Readonly<Record<string, CycleCounters>>
  readonly next_sequence_number: number
  /** Whether any debit of the mandate has ever succeeded: after that the PIN of the first debit is behind it. */
  readonly any_success: boolean
  /** How often an instant debit was tried, whichever cycle it fell in: it is made once. */
  readonly instant_attempts: number
}

/** What one cycle has spent. */
export interface CycleCounters {
  readonly sequence_number: number
  readonly until: IsoDate
  readonly attempts: number
  readonly last_attempt_at: Instant | null
  readonly succeeded: boolean
}

/** The state with the payer beside it, as deciders see it. */
export interface LoadedMandate extends MandateState {
  readonly payer: Payer
}

/** A payer of whom nothing is known. */
export const NO_PAYER: Payer = {
  name: null,
  vpa: null,
  email: null,
  phone: null,
  account: null,
  reference_id: null,
}

/** The payer among a stream’s private data. */
export function payerOf(data: PrivateData): Payer {
  return data.payer ?? NO_PAYER
}

/** The part of a mandate that amount, validity and recurrence rules speak of. */
export function termsOf(mandate: Mandate): MandateTerms {
  return mandate
}
