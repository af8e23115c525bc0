import type { SandboxBank } from '@upi-autopay/engine'
import {
  answerToApproval,
  answerToConsent,
  answerToDebit,
  answerToDecline,
  answerToOpening,
  answerToPayment,
  refundOutcome,
} from './answers.ts'
import { spoil } from './faults.ts'
import { registrationReferences } from './references.ts'

/** What the simulated bank says when a payer acts in the sandbox: the same answers that the simulator gives. */
export const simulatedBank: SandboxBank = {
  answerToOpening,
  answerToApproval,
  answerToConsent,
  answerToDecline,
  answerToDebit,
  answerToPayment,
  refundOutcome,
  registrationReferences,
  spoil,
}
