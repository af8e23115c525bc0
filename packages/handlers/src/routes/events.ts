import type { contract, ParsedRequest, Event as WireEvent } from '@upi-autopay/contract'
import { type Delivery, tenantOf } from '@upi-autopay/engine'
import type { HandlerTable } from '../answer.ts'
import type { Call } from '../call.ts'
import { csvAnswer } from '../csv/csv-answer.ts'
import { EVENT_COLUMNS } from '../csv/event-columns.ts'
import { pagesOf } from '../csv/pages-of.ts'
import { etagOf } from '../etag.ts'
import { filters, listOf, type PageRequest, pageQuery } from '../page.ts'
import { performOnce, problemContext, renderContext } from '../perform.ts'
import { refuseMissing, refuseStale } from '../read.ts'
import { refuseRejection } from '../render/problem.ts'
import { renderDelivery, renderEvent } from '../render/resource.ts'

/** `/v1/events`. */
export const events: HandlerTable<typeof contract.events> = {
  list: async ({ query }, call) => showEvents(call, query),

  csv: async ({ query }, call) =>
    csvAnswer(
      call,
      EVENT_COLUMNS,
      pagesOf((page) => showEvents(call, { ...query, ...page })),
    ),

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
    const headers = { ETag: etagOf(revisionOf(found)) }
    return { status: 200, body: renderDelivery(found), headers }
  },

  redeliver: async ({ params, headers }, call) =>
    performOnce(call, headers['idempotency-key'], async () => {
      const { engine } = call.deps
      const known = await engine.deps.store.deliveries.get(tenantOf(call.account), params.id)
      if (known === null) return refuseMissing(call, 'delivery', params.id)
      const shown = { kind: 'delivery', id: known.id, revision: revisionOf(known) }
      const stale = refuseStale(call, shown)
      if (stale !== null) return stale
      const sent = await engine.redeliver(call.account, params.id)
      if (!sent.ok) return refuseRejection(problemContext(call), sent.rejection)
      const headers = { ETag: etagOf(revisionOf(sent.delivery)) }
      return { status: 201, body: renderDelivery(sent.delivery), headers }
    }),
}

/** From 1, moved by each attempt, and by the end. */
function revisionOf({ attempts, next_attempt_at }: Delivery): number {
  return attempts.length + (next_attempt_at === null ? 2 : 1)
}

type Filters = ParsedRequest<typeof contract.events.csv>['query']

async function showEvents(
  call: Call,
  { limit, after, before, mandate_id, ...wanted }: PageRequest & Filters,
): Promise<{ status: 200; body: ReturnType<typeof listOf<WireEvent>> }> {
  const page = await call.deps.engine.deps.store.resources.listEvents({
    ...pageQuery(call, { limit, after, before }),
    ...filters({ ...wanted, stream: mandate_id }),
  })
  const context = renderContext(call)
  const data = page.items.map((item) => renderEvent(item, context))
  return { status: 200, body: listOf(page, data) }
}
