import type { Account } from '../account/account.ts'
import type { LaterOutcome, OutcomeReferences } from './outcome.ts'

/** The simulated bank's answers to what a payer does in the sandbox. Pure: the caller keeps them as timers. */
export interface SandboxBank {
  /** The link is opened; null when the bank waits for the payer. */
  answerToOpening(mandate_id: string, asked: SandboxQuestion): LaterOutcome | null
  answerToApproval(mandate_id: string, asked: SandboxQuestion): LaterOutcome
  answerToDecline(): LaterOutcome
  /** The PIN is entered. `attempt` is the number of the presentation's attempt, from 1. */
  answerToDebit(
    debit: SandboxQuestion & { readonly provider_reference: string; readonly attempt: number },
  ): LaterOutcome
  /** The rail's names for a mandate that is active at once. */
  registrationReferences(mandate_id: string, vpa: string | null): OutcomeReferences
}

/** Whom and what the bank is asked about. Amount in paise. */
export interface SandboxQuestion {
  readonly account: Pick<Account, 'sandbox'>
  readonly amount: number
  readonly vpa: string | null
}
