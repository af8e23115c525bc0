import {
  type contract,
  durationMs,
  type MandateCreate,
  type ParsedRequest,
} from '@upi-autopay/contract'
import type { CreateMandate, Mandate, Payer } from '@upi-autopay/engine'
import type { IsoDate } from '@upi-autopay/rail'
import type { HandlerTable, Refusal } from '../answer.ts'
import { type Call, nowOf } from '../call.ts'
import { csvAnswer } from '../csv/csv-answer.ts'
import { MANDATE_COLUMNS } from '../csv/mandate-columns.ts'
import { pagesOf } from '../csv/pages-of.ts'
import { listOf, pageQuery } from '../page.ts'
import { perform, problemContext, renderContext } from '../perform.ts'
import { qrPng, qrSvg } from '../qr.ts'
import { read, refuseMissing, showOne, showPage } from '../read.ts'
import { showMandate } from '../render/mandate.ts'
import { refuse } from '../render/problem.ts'
import { renderEvent } from '../render/resource.ts'

/** `/v1/mandates`. */
export const mandates: HandlerTable<typeof contract.mandates> = {
  create: async ({ body, headers }, call) => {
    const id = call.deps.engine.deps.ids.mint('mandate', nowOf(call))
    return perform(call, {
      item: {
        command: createCommand(id, body),
        target: { kind: 'mandate', id, create: true },
        reference: { kind: 'mandate', reference_id: body.reference_id },
      },
      shows: { kind: 'mandate', id },
      answer: (row, context) => ({ status: 201, body: showMandate(row, context) }),
      idempotency_key: headers['idempotency-key'],
    })
  },

  list: async ({ query }, call) => showPage(call, 'mandate', query, showMandate),

  csv: async ({ query }, call) =>
    csvAnswer(
      call,
      MANDATE_COLUMNS,
      pagesOf((page) => showPage(call, 'mandate', { ...query, ...page }, showMandate)),
    ),

  get: async ({ params }, call) => showOne(call, { kind: 'mandate', id: params.id }, showMandate),

  modify: async ({ params, body, headers }, call) => {
    const id = call.deps.engine.deps.ids.mint('modification', nowOf(call))
    const reference_id = body.reference_id ?? null
    return perform(call, {
      item: {
        command: {
          type: 'ModifyMandate',
          id,
          mandate_id: params.id,
          reference_id,
          amount: body.amount ?? null,
          end_date: (body.end_date as IsoDate | undefined) ?? null,
          expires_in_ms: body.expires_in === undefined ? null : durationMs(body.expires_in),
          metadata: body.metadata ?? {},
        },
        target: { kind: 'mandate', id: params.id },
        ...(reference_id !== null && { reference: { kind: 'modification', reference_id } }),
      },
      shows: { kind: 'mandate', id: params.id },
      answer: (row, context) => ({ status: 200, body: showMandate(row, context) }),
      idempotency_key: headers['idempotency-key'],
    })
  },

  revoke: async ({ params, headers }, call) =>
    perform(call, {
      item: {
        command: { type: 'RevokeMandate', mandate_id: params.id },
        target: { kind: 'mandate', id: params.id },
      },
      shows: { kind: 'mandate', id: params.id },
      answer: (row, context) => ({ status: 200, body: showMandate(row, context) }),
      idempotency_key: headers['idempotency-key'],
    }),

  events: async ({ params, query }, call) => {
    if ((await read(call, 'mandate', params.id)) === null)
      return refuseMissing(call, 'mandate', params.id)
    const page = await call.deps.engine.deps.store.resources.listEvents({
      ...pageQuery(call, query),
      stream: params.id,
    })
    const context = renderContext(call)
    return {
      status: 200,
      body: listOf(
        page,
        page.items.map((item) => renderEvent(item, context)),
      ),
    }
  },

  qrSvg: async ({ params }, call) => {
    const link = await linkOf(call, params.id)
    return typeof link === 'string' ? { status: 200, body: qrSvg(link) } : link
  },

  qrPng: async ({ params }, call) => {
    const link = await linkOf(call, params.id)
    return typeof link === 'string' ? { status: 200, body: qrPng(link) } : link
  },
}

/** The command behind the body of a creation; the sandbox adds its approval. */
export function createCommand(id: string, body: MandateCreate): CreateMandate {
  return {
    type: 'CreateMandate',
    id,
    reference_id: body.reference_id,
    flow: body.flow,
    payer: payerFrom(body.payer),
    description: body.description,
    amount: body.amount,
    amount_rule: body.amount_rule,
    min_amount: body.min_amount ?? null,
    frequency: body.frequency,
    debit_rule: body.debit_rule ?? null,
    start_date: body.start_date as IsoDate,
    end_date: body.end_date as IsoDate,
    mcc: body.mcc ?? null,
    settlement: body.settlement ?? null,
    notice_exemption: body.notice_exemption ?? null,
    first_debit: body.first_debit ?? null,
    registration_expires_in_ms:
      body.registration_expires_in === undefined ? null : durationMs(body.registration_expires_in),
    redirect_url: body.redirect_url ?? null,
    metadata: body.metadata ?? {},
  }
}

function payerFrom(payer: ParsedRequest<typeof contract.mandates.create>['body']['payer']): Payer {
  return {
    name: payer.name ?? null,
    vpa: payer.vpa ?? null,
    email: payer.email ?? null,
    phone: payer.phone ?? null,
    account: payer.account ?? null,
    reference_id: payer.reference_id ?? null,
  }
}

async function linkOf(call: Call, id: string): Promise<string | Refusal> {
  const found = await read(call, 'mandate', id)
  if (found === null) return refuseMissing(call, 'mandate', id)
  const { upi_link } = found.row.data as Mandate
  if (upi_link !== null) return upi_link
  return refuse(problemContext(call), 'not_found', `Mandate ${id} has no authorization link yet.`)
}
