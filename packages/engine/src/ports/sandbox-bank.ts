import type { Fault, FaultTarget, Flow } from '@upi-autopay/rail'
import type { Account } from '../account/account.ts'
import type { LaterOutcome, Outcome, OutcomeReferences } from './outcome.ts'

/** The simulated bank's answers to what a payer does in the sandbox. Pure: the caller keeps them as timers. */
export interface SandboxBank {
  /** The link is opened; null when the bank waits for the payer. */
  answerToOpening(mandate_id: string, asked: SandboxQuestion): LaterOutcome | null
  answerToApproval(mandate_id: string, asked: SandboxQuestion): LaterOutcome
  answerToDecline(asked: Pick<SandboxQuestion, 'account'>): LaterOutcome
  /** The payer approves other terms of a mandate. */
  answerToConsent(asked: Pick<SandboxQuestion, 'account'>): LaterOutcome
  /** The PIN is entered. `attempt` is the number of the presentation's attempt, from 1. */
  answerToDebit(
    debit: SandboxQuestion & { readonly provider_reference: string; readonly attempt: number },
  ): LaterOutcome
  /** The payer pays. Only collect goes by the value table. */
  answerToPayment(
    payment: SandboxQuestion & { readonly flow: Flow; readonly provider_reference: string },
  ): LaterOutcome
  /** What the bank says when it is told to pay a refund, or to refuse it. */
  refundOutcome(provider_reference: string, pays: boolean): Outcome
  /** The rail's names for a mandate that is active at once. */
  registrationReferences(mandate_id: string, vpa: string | null): OutcomeReferences
  /** What goes out instead of an answer that something goes wrong with. */
  spoil(spoilt: SpoiltAnswer): readonly LaterOutcome[]
}

/** An answer, what goes wrong with it, and what it answers. */
export interface SpoiltAnswer {
  readonly fault: Fault
  readonly answer: LaterOutcome
  readonly about: {
    readonly on: FaultTarget
    readonly resource_id: string
    readonly provider_reference: string
    readonly payer_vpa: string | null
    /** Whether another question of the same kind was asked at the same moment. */
    readonly followed: boolean
  }
}

/** Whom and what the bank is asked about. Amount in paise. */
export interface SandboxQuestion {
  readonly account: Pick<Account, 'sandbox'>
  readonly amount: number
  readonly vpa: string | null
}
