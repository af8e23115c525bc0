import {
  type contract,
  durationMs,
  type PaymentCreate,
  type Payment as WirePayment,
} from '@upi-autopay/contract'
import { type CreatePayment, NO_PAYER, type Payment } from '@upi-autopay/engine'
import type { HandlerTable, Refusal } from '../answer.ts'
import { type Call, nowOf } from '../call.ts'
import { csvAnswer } from '../csv/csv-answer.ts'
import { pagesOf } from '../csv/pages-of.ts'
import { PAYMENT_COLUMNS } from '../csv/payment-columns.ts'
import { perform, problemContext } from '../perform.ts'
import { qrPng, qrSvg } from '../qr.ts'
import { read, refuseMissing, showOne, showPage } from '../read.ts'
import { showPayment } from '../render/payment.ts'
import { refuse } from '../render/problem.ts'
import { answerInTime, type Waited } from '../wait.ts'

/** `/v1/payments`. */
export const payments: HandlerTable<typeof contract.payments> = {
  create: async ({ body, headers }, call) => {
    const id = call.deps.engine.deps.ids.mint('payment', nowOf(call))
    const made = await perform(call, {
      item: {
        command: createCommand(id, body),
        target: { kind: 'payment', id, create: true },
        reference: { kind: 'payment', reference_id: body.reference_id },
      },
      shows: { kind: 'payment', id },
      answer: (row, context) => ({ status: 201 as const, body: showPayment(row, context) }),
      idempotency_key: headers['idempotency-key'],
    })
    const { prefer } = headers
    return answerInTime(call, made, {
      kind: 'payment',
      id,
      show: showPayment,
      judge: judgeWait,
      prefer,
    })
  },

  list: async ({ query }, call) => showPage(call, 'payment', query, showPayment),

  csv: async ({ query }, call) =>
    csvAnswer(
      call,
      PAYMENT_COLUMNS,
      pagesOf((page) => showPage(call, 'payment', { ...query, ...page }, showPayment)),
    ),

  get: async ({ params }, call) => showOne(call, { kind: 'payment', id: params.id }, showPayment),

  cancel: async ({ params, headers }, call) =>
    perform(call, {
      item: {
        command: { type: 'CancelPayment', payment_id: params.id },
        target: { kind: 'payment', id: params.id },
      },
      shows: { kind: 'payment', id: params.id },
      answer: (row, context) => ({ status: 200, body: showPayment(row, context) }),
      idempotency_key: headers['idempotency-key'],
    }),

  resolve: async ({ params, body, headers }, call) =>
    perform(call, {
      item: {
        command: {
          type: 'ResolvePayment',
          payment_id: params.id,
          outcome: body.outcome,
          rrn: body.rrn ?? null,
          note: body.note,
        },
        target: { kind: 'payment', id: params.id },
      },
      shows: { kind: 'payment', id: params.id },
      answer: (row, context) => ({ status: 200, body: showPayment(row, context) }),
      idempotency_key: headers['idempotency-key'],
    }),

  qrSvg: async ({ params }, call) => {
    const link = await linkOf(call, params.id)
    return typeof link === 'string' ? { status: 200, body: qrSvg(link) } : link
  },

  qrPng: async ({ params }, call) => {
    const link = await linkOf(call, params.id)
    return typeof link === 'string' ? { status: 200, body: qrPng(link) } : link
  },
}

function createCommand(id: string, body: PaymentCreate): CreatePayment {
  const { name, vpa, email, phone, reference_id } = body.payer
  return {
    type: 'CreatePayment',
    id,
    reference_id: body.reference_id,
    flow: body.flow,
    payer: {
      ...NO_PAYER,
      name: name ?? null,
      vpa: vpa ?? null,
      email: email ?? null,
      phone: phone ?? null,
      reference_id: reference_id ?? null,
    },
    amount: body.amount,
    purpose: body.purpose,
    expires_in_ms: body.expires_in === undefined ? null : durationMs(body.expires_in),
    mcc: body.mcc ?? null,
    settlement: body.settlement ?? null,
    redirect_url: body.redirect_url ?? null,
    metadata: body.metadata ?? {},
  }
}

async function linkOf(call: Call, id: string): Promise<string | Refusal> {
  const found = await read(call, 'payment', id)
  if (found === null) return refuseMissing(call, 'payment', id)
  const { upi_link } = found.row.data as Payment
  if (upi_link !== null) return upi_link
  return refuse(problemContext(call), 'not_found', `Payment ${id} has no link yet.`)
}

function judgeWait({ status }: WirePayment): Waited {
  if (status === 'expired') return 'payer_timeout'
  return status === 'pending' ? 'open' : 'settled'
}
