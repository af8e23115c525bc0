import type { Instant, RefundStatus, UnknownOutcome } from '@upi-autopay/rail'
import type { Decline } from '../kernel/decline.ts'
import type { Outcome } from '../ports/outcome.ts'

/** Money on its way back to a payer, from a debit or a payment. Amount in paise. */
export interface Refund {
  readonly id: string
  readonly revision: number
  readonly status: RefundStatus
  readonly reference_id: string
  readonly mandate_id: string | null
  readonly presentation_id: string | null
  readonly payment_id: string | null
  readonly amount: number
  readonly outcome: UnknownOutcome | null
  /** Since when the outcome is unknown, or the provider has it and says nothing; inquiries count from it. */
  readonly unknown_since: Instant | null
  readonly inquiries: number
  /** What the simulated bank did without telling; shown to nobody but the one who inquires. */
  readonly truth: Outcome | null
  readonly rrn: string | null
  readonly npci_txn_id: string | null
  readonly failure: Decline | null
  readonly completed_at: Instant | null
  readonly metadata: Readonly<Record<string, string>>
  readonly created_at: Instant
  readonly updated_at: Instant
}
