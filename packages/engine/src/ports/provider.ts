import type {
  Instant,
  MandateLinkTerms,
  PaymentLinkTerms,
  ProviderCapability,
  ProviderPolicy,
  VpaExistence,
} from '@upi-autopay/rail'
import type { Account } from '../account/account.ts'
import type { Outcome } from './outcome.ts'
import type { SandboxBank } from './sandbox-bank.ts'
import type { LeasedEffect } from './work-store.ts'

/**
 * A payment provider, stateless: mapping only. No storage, no retry, no clock.
 * Whatever it says comes back into the engine as one more command.
 */
export interface Provider {
  readonly name: string
  readonly policy: ProviderPolicy
  /** What it can do; left out, nothing is promised. */
  readonly supports?: readonly ProviderCapability[]
  /** The `upi://mandate` link, for providers that can make it without asking; then creation is one commit. */
  readonly authorizationLink: ((terms: MandateLinkTerms) => string) | null
  /** The `upi://pay` link, for providers that can make it without asking. */
  readonly paymentLink: ((terms: PaymentLinkTerms) => string) | null
  /** Sends effects; one outcome each, in order. A failure to answer is `unknown` or `not_sent`, never an exception. */
  execute(effects: readonly LeasedEffect[], context: ProviderContext): Promise<Outcome[]>
  /** Whether an address exists and who holds it; left out where the provider cannot tell. */
  readonly lookUpVpa?: (vpa: string, context: ProviderContext) => Promise<VpaFound>
  /** Whether it answers at present; left out where there is nothing to be out of reach. */
  readonly isHealthy?: () => Promise<boolean>
  /** Asks what became of effects that were sent and never answered. */
  inquire(effects: readonly LeasedEffect[], context: ProviderContext): Promise<Outcome[]>
  /** The simulator's alone: lets something go wrong with an answer on its way. */
  readonly spoil?: SandboxBank['spoil']
}

/** What a provider knows of an address. */
export interface VpaFound {
  readonly existence: VpaExistence
  /** As the bank has it. */
  readonly name: string | null
}

/** What a simulated bank needs besides the effect; real providers ignore it. */
export interface ProviderContext {
  readonly account: Account
  /** The merchant's clock. */
  readonly now: Instant
}
