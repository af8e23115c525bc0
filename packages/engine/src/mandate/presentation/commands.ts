import type { Instant, PresentWhen, RetryMode } from '@upi-autopay/rail'
import type { LaterOutcome } from '../../ports/outcome.ts'

/** What can be asked of a mandate's debits. */
export type PresentationCommand =
  | CreatePresentation
  | RetryPresentation
  | CancelPresentation
  | ActOnPresentation
  | ResolvePresentation
  | ReversePresentation

/** Plans a debit against a notification, or an instant one. */
export interface CreatePresentation {
  readonly type: 'CreatePresentation'
  readonly id: string
  readonly mandate_id: string
  readonly reference_id: string
  /** A notification to debit against, an instant debit with its amount, or one of a mandate that needs no notice. */
  readonly source:
    | { readonly notification_id: string }
    | { readonly instant_amount: number }
    | { readonly amount: number }
  readonly description: string | null
  readonly when: PresentWhen
  readonly present_at: Instant | null
  readonly retry: RetryMode
  readonly metadata: Readonly<Record<string, string>>
  /** What it was made by, where it was not asked for by itself. */
  readonly batch_id?: string | null
  readonly schedule_id?: string | null
  readonly quiet?: boolean
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

/** The payer enters the PIN or declines the debit; the bank's answers follow later. */
export interface ActOnPresentation {
  readonly type: 'ActOnPresentation'
  readonly presentation_id: string
  readonly answers: readonly LaterOutcome[]
}

/** An operator says what became of a debit of which the bank says nothing. */
export interface ResolvePresentation {
  readonly type: 'ResolvePresentation'
  readonly presentation_id: string
  readonly outcome: 'succeeded' | 'failed'
  /** The bank's reference of a success, twelve digits; null for a failure. */
  readonly rrn: string | null
  readonly note: string
}

/** The bank takes back what a debit collected. */
export interface ReversePresentation {
  readonly type: 'ReversePresentation'
  readonly presentation_id: string
}
