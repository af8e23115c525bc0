import type {
  Account,
  LaterOutcome,
  LeasedEffect,
  Outcome,
  SandboxQuestion,
} from '@upi-autopay/engine'
import type { Flow } from '@upi-autopay/rail'
import { isNamed, magicOf } from './magic-vpas.ts'
import { ANSWER_DELAY_MS } from './policy.ts'
import {
  debitReferences,
  paymentReferences,
  registrationReferences,
  transferReferences,
} from './references.ts'
import { valueAnswer } from './value-table.ts'

/** What the bank makes of an opened registration by itself; null when it waits for the payer. */
export function answerToOpening(mandate_id: string, asked: SandboxQuestion): LaterOutcome | null {
  const answer = tableAnswer('registration', asked)
  if (answer === null) return null
  // A magic address never has a registration refused: it speaks of debits.
  if (answer.npci_code !== null && magicOf(asked.vpa) !== null) return null
  return later(
    answer.npci_code === null ? registered(mandate_id, asked.vpa) : refused(answer.npci_code),
  )
}

/** What the bank makes of the payer's approval. */
export function answerToApproval(mandate_id: string, asked: SandboxQuestion): LaterOutcome {
  return answerToOpening(mandate_id, asked) ?? later(registered(mandate_id, asked.vpa))
}

/** What the rail tells when a payer declines: a registration or a debit. */
export function answerToDecline(): LaterOutcome {
  return later(refused('ZA'))
}

function registered(mandate_id: string, vpa: string | null): Outcome {
  return { result: 'accepted', state: 'done', references: registrationReferences(mandate_id, vpa) }
}

/** What becomes of a notice. A magic address beats the table, and none of them speaks of notices: it arrives. */
export function answerToNotice(asked: SandboxQuestion): LaterOutcome {
  const magic = magicOf(asked.vpa) !== null
  const code = magic ? null : (tableAnswer('notification', asked)?.npci_code ?? null)
  return later(code === null ? { result: 'accepted', state: 'done' } : refused(code))
}

/** What the bank says of a debit once it may decide, the PIN being entered where one is needed. */
export function answerToDebit(
  debit: SandboxQuestion & { provider_reference: string; attempt: number },
): LaterOutcome {
  const magic = magicOf(debit.vpa)
  const code =
    magic === null
      ? (tableAnswer('presentation', debit)?.npci_code ?? null)
      : magic.code(debit.attempt)
  return later(
    code === null
      ? { result: 'accepted', state: 'done', references: debitReferences(debit.provider_reference) }
      : refused(code),
  )
}

/** What the bank says of a transfer to the merchant: it is always made. */
export function answerToTransfer(provider_reference: string): LaterOutcome {
  const references = transferReferences(provider_reference)
  return later({ result: 'accepted', state: 'done', references })
}

/** For amounts of the table the PIN counts as entered. */
export function countsPinAsEntered(asked: SandboxQuestion): boolean {
  return tableAnswer('presentation', asked) !== null
}

export function askedBy({ effect, payer }: LeasedEffect, account: Account): SandboxQuestion {
  return { account, amount: effect.request.amount, vpa: payer?.vpa ?? null }
}

/** What the bank says of a payment once the payer has paid. */
export function answerToPayment(
  payment: SandboxQuestion & { flow: Flow; provider_reference: string },
): LaterOutcome {
  const { provider_reference } = payment
  const references = paymentReferences(provider_reference, payment.vpa)
  const paid: Outcome = { result: 'accepted', state: 'done', references }
  const magic = magicOf(payment.vpa)
  if (magic !== null) {
    const code = magic.code(1)
    return later(code === null ? paid : refused(code))
  }
  const told = payment.flow === 'collect' ? tableAnswer('collect', payment) : null
  if (told === null) return later(paid)
  if (told.deemed === true) return later(DEEMED)
  return later(told.npci_code === null ? paid : refused(told.npci_code))
}

/** What becomes of a collect request by itself; null when the bank waits for the payer. */
export function answerToCollect(
  payment: SandboxQuestion & { provider_reference: string },
): LaterOutcome | null {
  const acts = isNamed(payment.vpa) || tableAnswer('collect', payment) !== null
  return acts ? answerToPayment({ ...payment, flow: 'collect' }) : null
}

/** What becomes of a refund. */
export function answerToRefund(provider_reference: string): LaterOutcome {
  return later(refundOutcome(provider_reference, true))
}

/** What the bank says when it pays a refund, or refuses it. */
export function refundOutcome(provider_reference: string, pays: boolean): Outcome {
  return pays
    ? { result: 'accepted', state: 'done', references: debitReferences(provider_reference) }
    : refused('U30')
}

/** The bank itself does not know: deemed. */
const DEEMED: Outcome = { result: 'unknown', provider_code: 'RB', npci_code: 'RB' }

function tableAnswer(
  table: Parameters<typeof valueAnswer>[0],
  asked: SandboxQuestion,
): ReturnType<typeof valueAnswer> {
  return asked.account.sandbox.value_table ? valueAnswer(table, asked.amount) : null
}

function later(outcome: Outcome): LaterOutcome {
  return { after_ms: ANSWER_DELAY_MS, outcome }
}

function refused(npci_code: string): Outcome {
  return { result: 'declined', provider_code: npci_code, npci_code }
}
