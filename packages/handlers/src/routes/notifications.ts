import type { contract } from '@upi-autopay/contract'
import { type IsoDate, istDate, toInstant } from '@upi-autopay/rail'
import type { HandlerTable } from '../answer.ts'
import { nowOf } from '../call.ts'
import { csvAnswer } from '../csv/csv-answer.ts'
import { NOTIFICATION_COLUMNS } from '../csv/notification-columns.ts'
import { pagesOf } from '../csv/pages-of.ts'
import { perform } from '../perform.ts'
import { showOne, showPage } from '../read.ts'
import { showNotification } from '../render/notification.ts'

/** `/v1/notifications`. */
export const notifications: HandlerTable<typeof contract.notifications> = {
  create: async ({ params, body, headers }, call) => {
    const id = call.deps.engine.deps.ids.mint('notification', nowOf(call))
    const debit_at = body.debit_at === undefined ? null : toInstant(Date.parse(body.debit_at))
    const debit_date = debit_at === null ? (body.debit_date as IsoDate) : istDate(debit_at)
    const reference_id = body.reference_id ?? null
    return perform(call, {
      item: {
        command: {
          type: 'CreateNotification',
          id,
          mandate_id: params.id,
          reference_id,
          amount: body.amount,
          debit_date,
          debit_at,
          metadata: body.metadata ?? {},
        },
        target: { kind: 'mandate', id: params.id },
        ...(reference_id !== null && { reference: { kind: 'notification', reference_id } }),
      },
      shows: { kind: 'notification', id },
      answer: (row, context) => ({ status: 201, body: showNotification(row, context) }),
      idempotency_key: headers['idempotency-key'],
    })
  },

  list: async ({ query }, call) => showPage(call, 'notification', query, showNotification),

  csv: async ({ query }, call) =>
    csvAnswer(
      call,
      NOTIFICATION_COLUMNS,
      pagesOf((page) => showPage(call, 'notification', { ...query, ...page }, showNotification)),
    ),

  get: async ({ params }, call) =>
    showOne(call, { kind: 'notification', id: params.id }, showNotification),

  cancel: async ({ params, headers }, call) =>
    perform(call, {
      item: {
        command: { type: 'CancelNotification', notification_id: params.id },
        target: { kind: 'notification', id: params.id },
      },
      shows: { kind: 'notification', id: params.id },
      answer: (row, context) => ({ status: 200, body: showNotification(row, context) }),
      idempotency_key: headers['idempotency-key'],
    }),
}
