import type { DisputeStatus, Instant } from '@upi-autopay/rail'

/** A payer's objection to a debit or a payment, as the provider told it. Amount in paise. */
export interface Dispute {
  readonly id: string
  readonly revision: number
  readonly status: DisputeStatus
  readonly mandate_id: string | null
  readonly presentation_id: string | null
  readonly payment_id: string | null
  readonly amount: number
  /** In the bank's words. */
  readonly reason: string
  /** Until when the merchant may contest; after that it is lost. */
  readonly respond_by: Instant
  readonly contested_at: Instant | null
  readonly evidence: DisputeEvidence | null
  readonly closed_at: Instant | null
  /** Who ended it; `clock` where nobody answered in time. */
  readonly closed_by: 'merchant' | 'bank' | 'clock' | null
  readonly created_at: Instant
  readonly updated_at: Instant
}

/** What the merchant sets against it. */
export interface DisputeEvidence {
  readonly note: string
  readonly urls: readonly string[]
}
