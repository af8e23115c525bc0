import type { contract } from '@upi-autopay/contract'
import type { Notification } from '@upi-autopay/engine'
import { type IsoDate, istDate, toInstant } from '@upi-autopay/rail'
import type { HandlerTable } from '../answer.ts'
import { nowOf } from '../call.ts'
import { filters, listOf, pageQuery } from '../page.ts'
import { perform, renderContext } from '../perform.ts'
import { read, refuseMissing } from '../read.ts'
import { renderNotification } from '../render/notification.ts'

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
      answer: ({ row }, context) => ({
        status: 201,
        body: renderNotification(row.data as Notification, context),
      }),
      idempotency_key: headers['idempotency-key'],
    })
  },

  list: async ({ query }, call) => {
    const { limit, after, before, ...wanted } = query
    const page = await call.deps.engine.deps.store.resources.list({
      ...pageQuery(call, { limit, after, before }),
      ...filters(wanted),
      kind: 'notification',
    })
    const context = renderContext(call)
    return {
      status: 200,
      body: listOf(
        page,
        page.items.map(({ row }) => renderNotification(row.data as Notification, context)),
      ),
    }
  },

  get: async ({ params }, call) => {
    const found = await read(call, 'notification', params.id)
    if (found === null) return refuseMissing(call, 'notification', params.id)
    return {
      status: 200,
      body: renderNotification(found.row.data as Notification, renderContext(call)),
      headers: { ETag: `"${found.row.revision}"` },
    }
  },
}
