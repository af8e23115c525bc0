import type { contract } from '@upi-autopay/contract'
import type { HandlerTable } from '../answer.ts'
import { csvAnswer } from '../csv/csv-answer.ts'
import { DISPUTE_COLUMNS } from '../csv/dispute-columns.ts'
import { pagesOf } from '../csv/pages-of.ts'
import { linked } from '../linked.ts'
import { perform } from '../perform.ts'
import { showOne, showPage } from '../read.ts'
import { showDispute } from '../render/dispute.ts'

/** `/v1/disputes`. */
export const disputes: HandlerTable<typeof contract.disputes> = {
  list: async ({ query }, call) => showPage(call, 'dispute', linked(query), showDispute),

  csv: async ({ query }, call) =>
    csvAnswer(
      call,
      DISPUTE_COLUMNS,
      pagesOf((page) => showPage(call, 'dispute', { ...linked(query), ...page }, showDispute)),
    ),

  get: async ({ params }, call) => showOne(call, { kind: 'dispute', id: params.id }, showDispute),

  accept: async ({ params, headers }, call) =>
    perform(call, {
      item: {
        command: { type: 'AcceptDispute', dispute_id: params.id },
        target: { kind: 'dispute', id: params.id },
      },
      shows: { kind: 'dispute', id: params.id },
      answer: (row, context) => ({ status: 200, body: showDispute(row, context) }),
      idempotency_key: headers['idempotency-key'],
    }),

  contest: async ({ params, body, headers }, call) =>
    perform(call, {
      item: {
        command: { type: 'ContestDispute', dispute_id: params.id, evidence: body.evidence },
        target: { kind: 'dispute', id: params.id },
      },
      shows: { kind: 'dispute', id: params.id },
      answer: (row, context) => ({ status: 200, body: showDispute(row, context) }),
      idempotency_key: headers['idempotency-key'],
    }),
}
