import type {
  DeferralReason,
  Instant,
  PresentationStatus,
  PresentWhen,
  RetryMode,
  UnknownOutcome,
} from '@upi-autopay/rail'
import type { Decline } from '../../kernel/decline.ts'

/** A debit: one or more attempts to collect one amount in one cycle. */
export interface Presentation {
  readonly id: string
  readonly revision: number
  readonly status: PresentationStatus
  readonly mandate_id: string
  readonly notification_id: string | null
  readonly reference_id: string
  readonly description: string | null
  readonly amount: number
  readonly instant: boolean
  readonly cycle_key: string
  readonly sequence_number: number
  readonly when: PresentWhen
  readonly present_at: Instant | null
  readonly retry: RetryMode
  /** When the next attempt is due, and which rule or wish made it wait. */
  readonly due_at: Instant | null
  readonly deferred_because: DeferralReason | null
  readonly payer_expires_at: Instant | null
  readonly outcome: UnknownOutcome | null
  readonly attempts: readonly Attempt[]
  readonly attempts_left: number
  readonly rrn: string | null
  readonly npci_txn_id: string | null
  readonly succeeded_at: Instant | null
  readonly failure: Decline | null
  /** What it was made by, where it was not asked for by itself. */
  readonly batch_id: string | null
  readonly schedule_id: string | null
  /** Merchants are not told of its events one by one. */
  readonly quiet: boolean
  readonly metadata: Readonly<Record<string, string>>
  readonly created_at: Instant
  readonly updated_at: Instant
}

/** One time the bank was asked. */
export interface Attempt {
  readonly number: number
  readonly started_at: Instant
  readonly ended_at: Instant | null
  readonly authentication: 'pin' | 'none'
  readonly status: 'processing' | 'awaiting_payer' | 'succeeded' | 'declined' | 'unknown'
  readonly rrn: string | null
  readonly npci_txn_id: string | null
  readonly decline: Decline | null
}

const FINAL: readonly PresentationStatus[] = ['succeeded', 'failed', 'cancelled', 'reversed']

/** Whether nothing more happens to it but a declared correction. */
export function isFinal(presentation: Presentation): boolean {
  return FINAL.includes(presentation.status)
}

/** Whether an attempt is under way at the bank or the payer. */
export function isInFlight(presentation: Presentation): boolean {
  return presentation.status === 'processing' || presentation.status === 'awaiting_payer'
}

/** The attempt under way, or the last one made. */
export function lastAttempt(presentation: Presentation): Attempt | undefined {
  return presentation.attempts[presentation.attempts.length - 1]
}
