import type { contract } from '@upi-autopay/contract'
import { tenantOf } from '@upi-autopay/engine'
import type { HandlerTable } from '../answer.ts'
import { filters, listOf, pageQuery } from '../page.ts'
import { renderContext } from '../perform.ts'
import { refuseMissing } from '../read.ts'
import { renderDelivery, renderEvent } from '../render/resource.ts'

/** `/v1/events`. */
export const events: HandlerTable<typeof contract.events> = {
  list: async ({ query }, call) => {
    const { limit, after, before, mandate_id, ...wanted } = query
    const page = await call.deps.engine.deps.store.resources.listEvents({
      ...pageQuery(call, { limit, after, before }),
      ...filters({ ...wanted, stream: mandate_id }),
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

  get: async ({ params }, call) => {
    const found = await call.deps.engine.deps.store.resources.getEvent(
      tenantOf(call.account),
      params.id,
    )
    if (found === null) return refuseMissing(call, 'event', params.id)
    return { status: 200, body: renderEvent(found, renderContext(call)) }
  },
}

/** `/v1/deliveries`. */
export const deliveries: HandlerTable<typeof contract.deliveries> = {
  list: async ({ query }, call) => {
    const { limit, after, before, ...wanted } = query
    const page = await call.deps.engine.deps.store.deliveries.list({
      ...pageQuery(call, { limit, after, before }),
      ...filters(wanted),
    })
    return { status: 200, body: listOf(page, page.items.map(renderDelivery)) }
  },

  get: async ({ params }, call) => {
    const found = await call.deps.engine.deps.store.deliveries.get(
      tenantOf(call.account),
      params.id,
    )
    if (found === null) return refuseMissing(call, 'delivery', params.id)
    return { status: 200, body: renderDelivery(found) }
  },
}
