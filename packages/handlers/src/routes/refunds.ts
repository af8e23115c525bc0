import type { contract, RefundCreate } from '@upi-autopay/contract'
import type { HandlerTable } from '../answer.ts'
import { nowOf } from '../call.ts'
import { csvAnswer } from '../csv/csv-answer.ts'
import { pagesOf } from '../csv/pages-of.ts'
import { REFUND_COLUMNS } from '../csv/refund-columns.ts'
import { linked } from '../linked.ts'
import { perform } from '../perform.ts'
import { showOne, showPage } from '../read.ts'
import { showRefund } from '../render/refund.ts'

/** `/v1/refunds`. */
export const refunds: HandlerTable<typeof contract.refunds> = {
  create: async ({ body, headers }, call) => {
    const id = call.deps.engine.deps.ids.mint('refund', nowOf(call))
    const { reference_id } = body
    const of = originOf(body)
    return perform(call, {
      item: {
        command: {
          type: 'CreateRefund',
          id,
          reference_id,
          of,
          amount: body.amount ?? null,
          metadata: body.metadata ?? {},
        },
        target: of,
        reference: { kind: 'refund', reference_id },
      },
      shows: { kind: 'refund', id },
      answer: (row, context) => ({ status: 201, body: showRefund(row, context) }),
      idempotency_key: headers['idempotency-key'],
    })
  },

  list: async ({ query }, call) => showPage(call, 'refund', linked(query), showRefund),

  csv: async ({ query }, call) =>
    csvAnswer(
      call,
      REFUND_COLUMNS,
      pagesOf((page) => showPage(call, 'refund', { ...linked(query), ...page }, showRefund)),
    ),

  get: async ({ params }, call) => showOne(call, { kind: 'refund', id: params.id }, showRefund),
}

/** The form has seen to it that one of them is given. */
function originOf({ presentation_id, payment_id }: RefundCreate): {
  kind: 'presentation' | 'payment'
  id: string
} {
  return presentation_id === undefined
    ? { kind: 'payment', id: payment_id ?? '' }
    : { kind: 'presentation', id: presentation_id }
}
