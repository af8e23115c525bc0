import type { DeferralReason, Instant, IsoDate, PresentWhen } from '@upi-autopay/rail'
import type { Decline } from '../../kernel/decline.ts'
import type { AnswerExpected } from '../../kernel/expected-answers.ts'
import type { Outcome } from '../../ports/outcome.ts'
import type { Nothing } from '../nothing.ts'
import type { Presentation, Resolution } from './presentation.ts'

/** What happens to a debit. */
export interface PresentationEvents {
  'presentation.created': { readonly presentation: Presentation; readonly cycle_until: IsoDate }
  'presentation.deferred': { readonly due_at: Instant; readonly reason: DeferralReason | null }
  /** Due, and held back by something that names no end. `until`: when an instant debit's window closes. */
  'presentation.held': { readonly reason: DeferralReason; readonly until: Instant | null }
  /** `withdrawn`: the attempt that was leased but not sent; it is not spent. */
  'presentation.withdrawn': { readonly due_at: Instant; readonly reason: DeferralReason | null }
  'presentation.processing': {
    readonly attempt: number
    readonly authentication: 'pin' | 'none'
    readonly attempts_left: number
  }
  /** The provider has it and names no moment of the answer; should none come, the bank is asked. */
  'presentation.acknowledged': { readonly attempt: number; readonly inquire_at: Instant }
  'presentation.awaiting_payer': { readonly expires_at: Instant }
  'presentation.answer_expected': AnswerExpected
  /** `inquire_at` is null where inquiries are planned already, or nobody may be asked. */
  'presentation.outcome_unknown': {
    readonly attempt: number
    readonly truth: Outcome | null
    readonly inquire_at: Instant | null
  }
  /**
   * The bank cannot say of an attempt that ended unheard, with the debit that it belonged to. `inquire_at` is null
   * where nobody may be asked.
   */
  'presentation.doubted': {
    readonly attempt: number
    readonly truth: Outcome | null
    readonly inquire_at: Instant | null
  }
  'presentation.inquired': {
    readonly attempt: number
    readonly inquiry: number
    readonly next_at: Instant | null
  }
  'presentation.unresolved': Nothing
  'presentation.resolved': Omit<Resolution, 'at'> & { readonly rrn: string | null }
  'presentation.succeeded': Receipt
  /** `until`: when an instant debit's window closes, which no notice does. */
  'presentation.declined': { readonly decline: Decline; readonly until: Instant | null }
  'presentation.retry_scheduled': {
    readonly decline: Decline
    readonly due_at: Instant
    readonly reason: DeferralReason | null
  }
  'presentation.rescheduled': {
    readonly due_at: Instant
    readonly reason: DeferralReason | null
    readonly when: PresentWhen
    readonly present_at: Instant | null
  }
  /** `decline` is null when time ran out before an attempt was made, or an operator said so. */
  'presentation.failed': { readonly decline: Decline | null }
  'presentation.cancelled': Nothing
  'presentation.corrected': Receipt
  'presentation.surplus_collected': Receipt
  /** What became of an attempt that was at the bank while another collected. */
  'presentation.attempt_closed': { readonly attempt: number; readonly decline: Decline | null }
  'presentation.contradicted': { readonly attempt: number; readonly outcome: Outcome }
  'presentation.reversed': { readonly amount: number }
}

/** The events by which money is collected, one for each attempt that succeeds. */
export type CollectionType =
  | 'presentation.succeeded'
  | 'presentation.corrected'
  | 'presentation.surplus_collected'

/** One collection: the amount of the debit, by one attempt. */
export interface Receipt {
  readonly attempt: number
  readonly rrn: string | null
  readonly npci_txn_id: string | null
  /** A later attempt that is at the bank still, and when the bank is asked about it. */
  readonly still_open: { readonly attempt: number; readonly inquire_at: Instant } | null
}
