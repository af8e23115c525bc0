import type { contract } from '@upi-autopay/contract'
import { isAskedOfAnother, type Payment, payerOf, providerReference } from '@upi-autopay/engine'
import type { HandlerTable, Refusal, Success } from '../answer.ts'
import { type Call, nowOf } from '../call.ts'
import { perform } from '../perform.ts'
import { read } from '../read.ts'
import { showDispute } from '../render/dispute.ts'
import { showPayment } from '../render/payment.ts'
import { showRefund } from '../render/refund.ts'
import { spoilt } from './sandbox-faults.ts'

type Routes = typeof contract.sandbox
type Headers = { readonly 'idempotency-key'?: string | undefined }

/** What payers and banks do about payments, refunds and disputes. */
export const money: Pick<
  HandlerTable<Routes>,
  | 'approvePayment'
  | 'declinePayment'
  | 'disputePresentation'
  | 'disputePayment'
  | 'winDispute'
  | 'loseDispute'
  | 'succeedRefund'
  | 'failRefund'
> = {
  approvePayment: async ({ params, body, headers }, call) =>
    actOnPayment(call, params.id, { action: 'approve', vpa: body.vpa ?? null }, headers),
  declinePayment: async ({ params, headers }, call) =>
    actOnPayment(call, params.id, { action: 'decline', vpa: null }, headers),
  disputePresentation: async ({ params, body, headers }, call) =>
    openDispute(call, { kind: 'presentation', id: params.id }, body, headers),
  disputePayment: async ({ params, body, headers }, call) =>
    openDispute(call, { kind: 'payment', id: params.id }, body, headers),
  winDispute: async ({ params, headers }, call) => decideDispute(call, params.id, 'won', headers),
  loseDispute: async ({ params, headers }, call) => decideDispute(call, params.id, 'lost', headers),
  succeedRefund: async ({ params, headers }, call) => answerRefund(call, params.id, true, headers),
  failRefund: async ({ params, headers }, call) => answerRefund(call, params.id, false, headers),
}

async function actOnPayment(
  call: Call,
  id: string,
  { action, vpa }: { action: 'approve' | 'decline'; vpa: string | null },
  headers: Headers,
): Promise<Success<Routes['approvePayment']> | Refusal> {
  const found = await read(call, 'payment', id)
  const payment = found?.row.data as Payment | undefined
  const payer = payerOf(found?.private ?? {})
  const { bank } = call.deps
  const asked = {
    account: call.account,
    amount: payment?.amount ?? 0,
    flow: payment?.flow ?? 'intent',
    vpa: vpa ?? payer.vpa,
    provider_reference: providerReference(id, null),
  }
  const answer = action === 'decline' ? bank.answerToDecline(asked) : bank.answerToPayment(asked)
  const waits =
    payment?.status === 'pending' &&
    payment.outcome === null &&
    !isAskedOfAnother({ flow: payment.flow, payer }, vpa)
  const about = {
    on: 'payment',
    resource_id: id,
    provider_reference: asked.provider_reference,
    payer_vpa: asked.vpa,
  } as const
  return perform(call, {
    item: async () => ({
      command: {
        type: 'ActOnPayment',
        payment_id: id,
        vpa,
        answers: waits ? await spoilt(call, answer, about) : [answer],
      },
      target: { kind: 'payment', id },
    }),
    shows: { kind: 'payment', id },
    answer: (row, context) => ({ status: 200, body: showPayment(row, context) }),
    idempotency_key: headers['idempotency-key'],
  })
}

/** What the simulated bank says of a dispute where the caller gives no words. */
const SOME_REASON = 'The payer does not recognise the debit.'

async function openDispute(
  call: Call,
  of: { readonly kind: 'presentation' | 'payment'; readonly id: string },
  body: { readonly amount?: number | undefined; readonly reason?: string | undefined },
  headers: Headers,
): Promise<Success<Routes['disputePayment']> | Refusal> {
  const id = call.deps.engine.deps.ids.mint('dispute', nowOf(call))
  const reason = body.reason ?? SOME_REASON
  return perform(call, {
    item: {
      command: { type: 'OpenDispute', id, of, amount: body.amount ?? null, reason },
      target: of,
    },
    shows: { kind: 'dispute', id },
    answer: (row, context) => ({ status: 201, body: showDispute(row, context) }),
    idempotency_key: headers['idempotency-key'],
  })
}

async function decideDispute(
  call: Call,
  id: string,
  outcome: 'won' | 'lost',
  headers: Headers,
): Promise<Success<Routes['winDispute']> | Refusal> {
  return perform(call, {
    item: {
      command: { type: 'DecideDispute', dispute_id: id, outcome },
      target: { kind: 'dispute', id },
    },
    shows: { kind: 'dispute', id },
    answer: (row, context) => ({ status: 200, body: showDispute(row, context) }),
    idempotency_key: headers['idempotency-key'],
  })
}

async function answerRefund(
  call: Call,
  id: string,
  pays: boolean,
  headers: Headers,
): Promise<Success<Routes['succeedRefund']> | Refusal> {
  const outcome = call.deps.bank.refundOutcome(providerReference(id, null), pays)
  return perform(call, {
    item: {
      command: { type: 'AnswerRefund', refund_id: id, outcome },
      target: { kind: 'refund', id },
    },
    shows: { kind: 'refund', id },
    answer: (row, context) => ({ status: 200, body: showRefund(row, context) }),
    idempotency_key: headers['idempotency-key'],
  })
}
