import type { Effect, Outcome } from '@upi-autopay/engine'
import type { Instant } from '@upi-autopay/rail'

/** What really became of an attempt at the bank, whatever anybody was told. */
export interface BankRecord {
  readonly effect: Effect
  /** Null while the bank has not decided: it waits for the payer. */
  paid: boolean | null
  /** Whether it waits for the payer's PIN. */
  awaiting: boolean
  /** What the merchant's side was told last. */
  told: Outcome['result'] | null
  /** How often it was sent. */
  sendings: number
  /** When it was sent first. */
  readonly sent_at: Instant
}
