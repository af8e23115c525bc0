import type {
  Account,
  LaterOutcome,
  LeasedEffect,
  Outcome,
  OutcomeReferences,
  SandboxQuestion,
} from '@upi-autopay/engine'
import { type BankVerdict, type Flow, isNamedVpa, magicVerdict } from '@upi-autopay/rail'
import { ANSWER_DELAY_MS, SLOW_ANSWER_DELAY_MS } from './policy.ts'
import { presetVerdict } from './presets.ts'
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
  if (answer.npci_code !== null && isMagic(asked)) return null
  return later(
    asked,
    answer.npci_code === null ? registered(mandate_id, asked.vpa) : refused(answer.npci_code),
  )
}

/** What the bank makes of the payer's approval. */
export function answerToApproval(mandate_id: string, asked: SandboxQuestion): LaterOutcome {
  return answerToOpening(mandate_id, asked) ?? later(asked, registered(mandate_id, asked.vpa))
}

/** What the bank makes of the payer's approval of other terms. */
export function answerToConsent(asked: Pick<SandboxQuestion, 'account'>): LaterOutcome {
  return later(asked, { result: 'accepted', state: 'done' })
}

/** What the rail tells when a payer declines: a registration, a change of it, or a debit. */
export function answerToDecline(asked: Pick<SandboxQuestion, 'account'>): LaterOutcome {
  return later(asked, refused('ZA'))
}

function registered(mandate_id: string, vpa: string | null): Outcome {
  return { result: 'accepted', state: 'done', references: registrationReferences(mandate_id, vpa) }
}

/** What becomes of a notice. A magic address beats the table, and none of them speaks of notices: it arrives. */
export function answerToNotice(asked: SandboxQuestion): LaterOutcome {
  const code = isMagic(asked) ? null : (tableAnswer('notification', asked)?.npci_code ?? null)
  return later(asked, code === null ? { result: 'accepted', state: 'done' } : refused(code))
}

/**
 * What the bank says of a debit once it may decide, the PIN being entered where one is needed: the payer's address
 * decides before the amount, the amount before the preset.
 */
export function answerToDebit(
  debit: SandboxQuestion & { provider_reference: string; attempt: number },
): LaterOutcome {
  const verdict =
    magicVerdict(debit.vpa, debit.attempt) ??
    tableVerdict(debit) ??
    presetVerdict(debit.account.sandbox.bank_preset, debit.provider_reference)
  return answered(debit, verdict, outcomeOf(verdict, debitReferences(debit.provider_reference)))
}

function answered(asked: SandboxQuestion, verdict: BankVerdict, outcome: Outcome): LaterOutcome {
  return verdict.slow === true ? { after_ms: SLOW_ANSWER_DELAY_MS, outcome } : later(asked, outcome)
}

function tableVerdict(asked: SandboxQuestion): BankVerdict | null {
  const answer = tableAnswer('presentation', asked)
  return answer === null ? null : clearly(answer)
}

function clearly({ npci_code }: { readonly npci_code: string | null }): BankVerdict {
  return { npci_code, told: 'clearly' }
}

function outcomeOf({ npci_code, told }: BankVerdict, references: OutcomeReferences): Outcome {
  const truth: Outcome =
    npci_code === null ? { result: 'accepted', state: 'done', references } : refused(npci_code)
  switch (told) {
    case 'clearly':
      return truth
    case 'when_asked':
      return { result: 'unknown', truth }
    case 'never':
      return { result: 'unknown' }
    default:
      return told satisfies never
  }
}

/** What the bank says of a transfer to the merchant: it is always made. */
export function answerToTransfer(provider_reference: string): LaterOutcome {
  const references = transferReferences(provider_reference)
  return { after_ms: ANSWER_DELAY_MS, outcome: { result: 'accepted', state: 'done', references } }
}

/** For amounts of the table the PIN counts as entered. */
export function countsPinAsEntered(asked: SandboxQuestion): boolean {
  return tableAnswer('presentation', asked) !== null
}

export function askedBy({ effect, payer }: LeasedEffect, account: Account): SandboxQuestion {
  return { account, amount: effect.request.amount, vpa: payer?.vpa ?? null }
}

/** What the bank says of a payment once the payer has paid. Only collect goes by the value table. */
export function answerToPayment(
  payment: SandboxQuestion & { flow: Flow; provider_reference: string },
): LaterOutcome {
  const { provider_reference, account, vpa } = payment
  const told = payment.flow === 'collect' ? tableAnswer('collect', payment) : null
  const verdict =
    magicVerdict(vpa, 1) ??
    (told === null ? null : clearly(told)) ??
    presetVerdict(account.sandbox.bank_preset, provider_reference)
  const references = paymentReferences(provider_reference, vpa)
  const byTable = magicVerdict(vpa, 1) === null && told?.deemed === true
  return answered(payment, verdict, byTable ? DEEMED : outcomeOf(verdict, references))
}

/** What becomes of a collect request by itself; null when the bank waits for the payer. */
export function answerToCollect(
  payment: SandboxQuestion & { provider_reference: string },
): LaterOutcome | null {
  const acts = isNamedVpa(payment.vpa) || tableAnswer('collect', payment) !== null
  return acts ? answerToPayment({ ...payment, flow: 'collect' }) : null
}

/** What becomes of a refund. */
export function answerToRefund(
  asked: Pick<SandboxQuestion, 'account'>,
  provider_reference: string,
): LaterOutcome {
  return later(asked, refundOutcome(provider_reference, true))
}

/** What the bank says when it pays a refund, or refuses it. */
export function refundOutcome(provider_reference: string, pays: boolean): Outcome {
  return pays ? collected(provider_reference) : refused('U30')
}

/** The bank itself does not know: deemed. */
const DEEMED: Outcome = { result: 'unknown', provider_code: 'RB', npci_code: 'RB' }

function isMagic({ vpa }: SandboxQuestion): boolean {
  return magicVerdict(vpa, 1) !== null
}

function tableAnswer(
  table: Parameters<typeof valueAnswer>[0],
  asked: SandboxQuestion,
): ReturnType<typeof valueAnswer> {
  return asked.account.sandbox.value_table ? valueAnswer(table, asked.amount) : null
}

/** On a slow day every answer takes its time, whatever decides what it says (assumption). */
function later({ account }: Pick<SandboxQuestion, 'account'>, outcome: Outcome): LaterOutcome {
  const slow = account.sandbox.bank_preset === 'slow'
  return { after_ms: slow ? SLOW_ANSWER_DELAY_MS : ANSWER_DELAY_MS, outcome }
}

/** The money has moved. */
export function collected(provider_reference: string): Outcome {
  return { result: 'accepted', state: 'done', references: debitReferences(provider_reference) }
}

/** A clear no. */
export function refused(npci_code: string): Outcome {
  return { result: 'declined', provider_code: npci_code, npci_code }
}
