/**
 * What the provider said of one effect.
 * - `accepted`: taken (`acknowledged`), waiting for the payer, or `done`.
 * - `declined`: a clear no, with the codes as received.
 * - `unknown`: it may have happened; inquire, never repeat.
 * - `not_sent`: it surely did not happen; safe to send again.
 * `later` holds what will be answered after a delay, in the order in which it comes, which the engine keeps as timers;
 * the simulator speaks this way. `truth` is what the simulated bank did without anybody being told: it is kept beside
 * the question and given back to whoever inquires.
 */
export type Outcome =
  | {
      readonly result: 'accepted'
      readonly state: 'acknowledged' | 'awaiting_payer' | 'done'
      readonly references?: OutcomeReferences
      readonly later?: readonly LaterOutcome[]
    }
  | {
      readonly result: 'declined'
      readonly provider_code: string | null
      readonly npci_code: string | null
    }
  | {
      readonly result: 'unknown'
      readonly provider_code?: string | null
      readonly npci_code?: string | null
      readonly later?: readonly LaterOutcome[]
      readonly truth?: Outcome
    }
  | { readonly result: 'not_sent'; readonly detail: string }

/** What will be answered, and how many milliseconds later on the merchant’s clock. */
export interface LaterOutcome {
  readonly after_ms: number
  readonly outcome: Outcome
}

/** Others' ids, named by owner. */
export interface OutcomeReferences {
  readonly rrn?: string
  readonly npci_txn_id?: string
  readonly umn?: string
  /** The bank's reference of a settlement's transfer. */
  readonly utr?: string
  readonly payer_vpa?: string
}
