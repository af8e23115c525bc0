import {
  allowedActions,
  type DeferralReason,
  type Instant,
  type IsoDate,
  type PresentationStatus,
  type PresentWhen,
  type RetryMode,
  UNKNOWN_OUTCOME_ACTIONS,
  type UnknownOutcome,
} from '@upi-autopay/rail'
import type { TakenBack } from '../../collected/collected.ts'
import type { Decline } from '../../kernel/decline.ts'
import type { Outcome } from '../../ports/outcome.ts'

/** A debit: one or more attempts to collect one amount in one cycle. */
export interface Presentation extends TakenBack {
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
  /** The cycle's last Indian day: known here also when its counters are gone. */
  readonly cycle_until: IsoDate
  readonly sequence_number: number
  readonly when: PresentWhen
  readonly present_at: Instant | null
  readonly retry: RetryMode
  /** When the next attempt is due, and which rule, wish or stop made it wait. */
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
  /** What an operator said of it, where the bank never did. */
  readonly resolution: Resolution | null
  /** What the bank took back. */
  readonly amount_reversed: number
  readonly reversed_at: Instant | null
  readonly metadata: Readonly<Record<string, string>>
  readonly created_at: Instant
  readonly updated_at: Instant
}

/** An operator's word on an unknown outcome. */
export interface Resolution {
  readonly outcome: 'succeeded' | 'failed'
  readonly note: string
  readonly at: Instant
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
  /** It collected what its cycle had paid already. */
  readonly surplus: boolean
  /** How often the bank was asked what became of it. */
  readonly inquiries: number
  /** When the bank is first asked what became of it; null while there is no need to ask. */
  readonly inquire_from: Instant | null
  /** What the simulated bank did without telling; shown to nobody but the one who inquires. */
  readonly truth: Outcome | null
}

const FINAL: readonly PresentationStatus[] = ['succeeded', 'failed', 'cancelled', 'reversed']

/** Whether nothing more happens to it but a declared correction. */
export function isFinal(presentation: Presentation): boolean {
  return FINAL.includes(presentation.status)
}

/**
 * The attempt of a debit that is over, of which the bank has said that it cannot tell: until it can, or an operator
 * does, the money may have moved, and the cycle is debited no further. Undefined where there is none.
 */
export function attemptInDoubt({ status, attempts }: Presentation): Attempt | undefined {
  return status === 'failed' || status === 'cancelled'
    ? attempts.find((one) => one.status === 'unknown')
    : undefined
}

/** The same of a debit that has gone on: an earlier attempt, while another one is under way. */
export function earlierInDoubt(presentation: Presentation): Attempt | undefined {
  return isInFlight(presentation)
    ? presentation.attempts.slice(0, -1).find((one) => one.status === 'unknown')
    : undefined
}

/** Whether an attempt is under way at the bank or the payer. */
export function isInFlight(presentation: Presentation): boolean {
  return presentation.status === 'processing' || presentation.status === 'awaiting_payer'
}

/** Whether one that failed did so with the last attempt of its cycle; an instant debit has attempts of its own. */
export function endsCycle({ instant, attempts_left }: Presentation): boolean {
  return !instant && attempts_left <= 0
}

/** The attempt under way, or the last one made. */
export function lastAttempt(presentation: Presentation): Attempt | undefined {
  return presentation.attempts[presentation.attempts.length - 1]
}

/** The attempt that is at the bank or the payer now; undefined when none is. */
export function attemptUnderWay(presentation: Presentation): Attempt | undefined {
  return isInFlight(presentation) ? lastAttempt(presentation) : undefined
}

/** An attempt by its number. */
export function attemptOf(presentation: Presentation, number: number | null): Attempt | undefined {
  return presentation.attempts.find((one) => one.number === number)
}

/** Whether the bank has yet to say what became of an attempt. */
export function isOpenAttempt({ status }: Attempt): boolean {
  return status === 'processing' || status === 'awaiting_payer' || status === 'unknown'
}

/** Whether it is due and held back by a pause or a stop, which name no end. */
export function isHeld({ deferred_because }: Presentation): boolean {
  return deferred_because === 'mandate_paused' || deferred_because === 'debits_stopped'
}

/**
 * What may be asked of it now: what its status offers, and a word on an outcome that nobody knows; a refund while
 * anything is left to give back.
 */
export function presentationActions(presentation: Presentation): readonly string[] {
  const { status, outcome } = presentation
  const offered = allowedActions('presentation', status).filter(
    (action) => action !== 'refund' || amountReversible(presentation) > 0,
  )
  return outcome === null && attemptInDoubt(presentation) === undefined
    ? offered
    : [...offered, ...UNKNOWN_OUTCOME_ACTIONS]
}

/** What was collected, in paise: its amount once for each attempt that succeeded. */
export function amountCollected({ amount, attempts }: Presentation): number {
  return amount * attempts.filter(({ status }) => status === 'succeeded').length
}

/** What the bank can take back still: what was collected and has neither gone back nor is spoken for. */
export function amountReversible(presentation: Presentation): number {
  const { amount_refunded, amount_refund_pending, amount_disputed, amount_reversed } = presentation
  const gone = amount_refunded + amount_refund_pending + amount_disputed + amount_reversed
  return amountCollected(presentation) - gone
}
