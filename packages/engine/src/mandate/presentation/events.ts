import type { DeferralReason, Instant, IsoDate, PresentWhen } from '@upi-autopay/rail'
import type { Decline } from '../../kernel/decline.ts'
import type { AnswerExpected, Nothing } from '../events.ts'
import type { Presentation } from './presentation.ts'

/** What happens to a debit. */
export interface PresentationEvents {
  'presentation.created': { readonly presentation: Presentation; readonly cycle_until: IsoDate }
  'presentation.deferred': { readonly due_at: Instant; readonly reason: DeferralReason | null }
  /** `withdrawn`: the attempt that was leased but not sent; it is not spent. */
  'presentation.withdrawn': { readonly due_at: Instant; readonly reason: DeferralReason | null }
  'presentation.processing': {
    readonly attempt: number
    readonly authentication: 'pin' | 'none'
    readonly attempts_left: number
  }
  'presentation.awaiting_payer': { readonly expires_at: Instant }
  'presentation.answer_expected': AnswerExpected
  'presentation.outcome_unknown': Nothing
  'presentation.succeeded': Receipt
  'presentation.declined': { readonly decline: Decline }
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
  /** `decline` is null when time ran out before an attempt was made. */
  'presentation.failed': { readonly decline: Decline | null }
  'presentation.cancelled': Nothing
  'presentation.corrected': Receipt
}

interface Receipt {
  readonly rrn: string | null
  readonly npci_txn_id: string | null
}
