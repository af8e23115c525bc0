import type { Instant, MandateLinkTerms, ProviderPolicy } from '@upi-autopay/rail'
import type { Account } from '../account/account.ts'
import type { LeasedEffect } from './store.ts'

/**
 * A payment provider, stateless: mapping only. No storage, no retry, no clock.
 * Whatever it says comes back into the engine as one more command.
 */
export interface Provider {
  readonly name: string
  readonly policy: ProviderPolicy
  /** The `upi://mandate` link, for providers that can make it without asking; then creation is one commit. */
  readonly authorizationLink: ((terms: MandateLinkTerms) => string) | null
  /** Sends effects; one outcome each, in order. A failure to answer is `unknown` or `not_sent`, never an exception. */
  execute(effects: readonly LeasedEffect[], context: ProviderContext): Promise<Outcome[]>
  /** Asks what became of effects that were sent and never answered. */
  inquire(effects: readonly LeasedEffect[], context: ProviderContext): Promise<Outcome[]>
}

/** What a simulated bank needs besides the effect; real providers ignore it. */
export interface ProviderContext {
  readonly account: Account
  /** The merchant's clock. */
  readonly now: Instant
}

/**
 * What the provider said of one effect.
 * - `accepted`: taken (`acknowledged`), waiting for the payer, or `done`.
 * - `declined`: a clear no, with the codes as received.
 * - `unknown`: it may have happened; inquire, never repeat.
 * - `not_sent`: it surely did not happen; safe to send again.
 * `later` holds what will be answered after a delay, which the engine keeps as a timer; the simulator speaks this way.
 */
export type Outcome =
  | {
      readonly result: 'accepted'
      readonly state: 'acknowledged' | 'awaiting_payer' | 'done'
      readonly references?: OutcomeReferences
      readonly later?: LaterOutcome
    }
  | { readonly result: 'declined'; readonly provider_code: string | null; readonly npci_code: string | null }
  | { readonly result: 'unknown'; readonly provider_code?: string | null; readonly npci_code?: string | null; readonly later?: LaterOutcome }
  | { readonly result: 'not_sent'; readonly detail: string }

export interface LaterOutcome {
  readonly after_ms: number
  readonly outcome: Outcome
}

/** Others' ids, named by owner. */
export interface OutcomeReferences {
  readonly rrn?: string
  readonly npci_txn_id?: string
  readonly umn?: string
  readonly payer_vpa?: string
}
