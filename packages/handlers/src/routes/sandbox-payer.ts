import type { contract } from '@upi-autopay/contract'
import {
  isAskedOfAnother,
  type LaterOutcome,
  type Mandate,
  type Presentation,
  payerOf,
  providerReference,
  type SandboxQuestion,
} from '@upi-autopay/engine'
import type { Refusal, Success } from '../answer.ts'
import type { Call } from '../call.ts'
import { perform } from '../perform.ts'
import { read } from '../read.ts'
import { showMandate } from '../render/mandate.ts'
import { showPresentation } from '../render/presentation.ts'
import { spoilt } from './sandbox-faults.ts'

type Headers = { readonly 'idempotency-key'?: string | undefined }
type PayerAction = 'open' | 'approve' | 'decline' | 'pause' | 'resume' | 'revoke'

/** What a payer does with a mandate, and what the simulated bank makes of it. */
export async function actOnMandate(
  call: Call,
  id: string,
  { action, vpa }: { action: PayerAction; vpa: string | null },
  headers: Headers,
): Promise<Success<typeof contract.sandbox.openMandate> | Refusal> {
  const found = await read(call, 'mandate', id)
  const mandate = found?.row.data as Mandate | undefined
  const payer = payerOf(found?.private ?? {})
  const asked: SandboxQuestion = {
    account: call.account,
    amount: mandate?.amount ?? 0,
    vpa: vpa ?? payer.vpa,
  }
  // What an active mandate asks of its payer is to approve other terms.
  const subject = mandate?.status === 'active' ? 'modification' : 'registration'
  const answers = answersTo(call, id, { action, subject }, asked)
  const decides =
    mandate?.status === 'pending' &&
    !(action === 'open' && mandate.opened_at !== null) &&
    !isAskedOfAnother({ flow: mandate.flow, payer }, vpa)
  return perform(call, {
    item: async () => ({
      command: {
        type: 'ActAsPayer',
        mandate_id: id,
        action,
        vpa,
        answers: decides
          ? await spoilt(call, answers[0] ?? null, {
              on: 'registration',
              resource_id: id,
              provider_reference: providerReference(id, null),
              payer_vpa: asked.vpa,
            })
          : answers,
      },
      target: { kind: 'mandate', id },
    }),
    shows: { kind: 'mandate', id },
    answer: (row, context) => ({ status: 200, body: showMandate(row, context) }),
    idempotency_key: headers['idempotency-key'],
  })
}

function answersTo(
  call: Call,
  id: string,
  { action, subject }: { action: PayerAction; subject: 'registration' | 'modification' },
  asked: SandboxQuestion,
): readonly LaterOutcome[] {
  const { bank } = call.deps
  switch (action) {
    case 'open': {
      const answer = bank.answerToOpening(id, asked)
      return answer === null ? [] : [answer]
    }
    case 'approve':
      return [
        subject === 'registration' ? bank.answerToApproval(id, asked) : bank.answerToConsent(asked),
      ]
    case 'decline':
      return [bank.answerToDecline(asked)]
    case 'pause':
    case 'resume':
    case 'revoke':
      return []
    default:
      return action satisfies never
  }
}

/** What a payer does when a debit asks for the PIN. */
export async function actOnPresentation(
  call: Call,
  id: string,
  action: 'approve' | 'decline',
  headers: Headers,
): Promise<Success<typeof contract.sandbox.approvePresentation> | Refusal> {
  const found = await read(call, 'presentation', id)
  const presentation = found?.row.data as Presentation | undefined
  const attempt = presentation?.attempts.length ?? 1
  const { account, deps } = call
  const provider_reference = providerReference(id, attempt)
  const { vpa } = payerOf(found?.private ?? {})
  const asked = { account, amount: presentation?.amount ?? 0, vpa, provider_reference, attempt }
  const answer =
    action === 'decline' ? deps.bank.answerToDecline(asked) : deps.bank.answerToDebit(asked)
  const about = {
    on: 'presentation',
    resource_id: id,
    provider_reference,
    payer_vpa: vpa,
  } as const
  const waits = presentation?.status === 'awaiting_payer'
  return perform(call, {
    item: async () => ({
      command: {
        type: 'ActOnPresentation',
        presentation_id: id,
        answers: waits ? await spoilt(call, answer, about) : [answer],
      },
      target: { kind: 'presentation', id },
    }),
    shows: { kind: 'presentation', id },
    answer: (row, context) => ({ status: 200, body: showPresentation(row, context) }),
    idempotency_key: headers['idempotency-key'],
  })
}

/** The bank takes back what a debit collected. */
export async function reversePresentation(
  call: Call,
  id: string,
  headers: Headers,
): Promise<Success<typeof contract.sandbox.reversePresentation> | Refusal> {
  return perform(call, {
    item: {
      command: { type: 'ReversePresentation', presentation_id: id },
      target: { kind: 'presentation', id },
    },
    shows: { kind: 'presentation', id },
    answer: (row, context) => ({ status: 200, body: showPresentation(row, context) }),
    idempotency_key: headers['idempotency-key'],
  })
}
