import type { Instant, IsoDate } from '../calendar.ts'
import type { MandateTerms } from '../mandate-terms.ts'
import type { ProviderPolicy } from '../policy.ts'
import type { DeferralReason, Flow, NoticeExemption } from '../vocabulary.ts'

/** What the rules of registration need to know. Amounts in paise. */
export interface RegistrationFacts extends MandateTerms {
  readonly flow: Flow
  readonly mcc: string
  /** Merchant categories for which the account is approved. */
  readonly approved_mccs: readonly string[]
  readonly first_debit_amount: number | null
  readonly registration_expires_in_ms: number | null
  readonly notice_exemption: NoticeExemption | null
  /** Exemptions from the notice for which the account is approved. */
  readonly approved_exemptions: readonly NoticeExemption[]
  readonly policy: ProviderPolicy
}

/** What a cycle has spent so far. */
export interface CycleFacts {
  readonly attempts: number
  readonly succeeded: boolean
}

/** What the rules of a pre-debit notification need to know. */
export interface NoticeFacts {
  readonly amount: number
  readonly mandate: MandateTerms
  readonly debit_date: IsoDate
  readonly debit_at: Instant | null
  readonly cycle: CycleFacts
  readonly policy: ProviderPolicy
}

/** What stands open for a cycle; null for nothing. */
export interface OpenFacts {
  readonly open_notice: { readonly id: string; readonly status: string } | null
  readonly open_debit: { readonly id: string; readonly status: string } | null
  readonly policy: ProviderPolicy
}

/** A notice that reached the payer, and the day and perhaps moment it names. */
export interface DeliveredNotice {
  readonly delivered_at: Instant
  /** True while it is on its way: judged as if it arrived now, which is the soonest it can. */
  readonly on_its_way?: boolean
  readonly debit_date: IsoDate
  readonly debit_at: Instant | null
}

/** What the rules of a debit attempt need to know. `notice` is null for an instant debit and an exempt mandate's. */
export interface AttemptFacts {
  readonly mandate: MandateTerms
  readonly mcc: string
  readonly amount: number
  readonly instant: boolean
  /** Whether the mandate's debits need no notice. */
  readonly notice_exempt: boolean
  /** Whether the merchant has stopped all debits. */
  readonly debits_stopped: boolean
  readonly activated_at: Instant
  readonly notice: DeliveredNotice | null
  readonly cycle: CycleFacts
  readonly last_attempt_at: Instant | null
  /** Whether any debit of the mandate has succeeded. */
  readonly any_success: boolean
  /** The moment the merchant asked to wait for, or that is planned, and as what. */
  readonly not_before: { readonly at: Instant; readonly reason: DeferralReason | null } | null
  readonly policy: ProviderPolicy
}
