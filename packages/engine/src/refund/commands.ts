import type { Outcome } from '../ports/outcome.ts'

/** What can be asked of refunds, in whichever stream they live. */
export type RefundCommand = CreateRefund | AnswerRefund

/** Gives back some or all of what was collected. */
export interface CreateRefund {
  readonly type: 'CreateRefund'
  readonly id: string
  readonly reference_id: string
  readonly of: { readonly kind: 'presentation' | 'payment'; readonly id: string }
  /** Null: all that is left. */
  readonly amount: number | null
  readonly metadata: Readonly<Record<string, string>>
}

/** Sandbox: the bank answers at once, before its own answer. */
export interface AnswerRefund {
  readonly type: 'AnswerRefund'
  readonly refund_id: string
  readonly outcome: Outcome
}
