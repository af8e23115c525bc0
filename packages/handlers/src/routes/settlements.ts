import type { contract } from '@upi-autopay/contract'
import { speedLink } from '@upi-autopay/engine'
import type { SettlementSpeed } from '@upi-autopay/rail'
import type { HandlerTable } from '../answer.ts'
import type { Call } from '../call.ts'
import { csvAnswer } from '../csv/csv-answer.ts'
import { pagesOf } from '../csv/pages-of.ts'
import { SETTLEMENT_COLUMNS } from '../csv/settlement-columns.ts'
import { SETTLEMENT_ITEM_COLUMNS } from '../csv/settlement-item-columns.ts'
import { listOf, type PageRequest, pageQuery } from '../page.ts'
import { read, refuseMissing, showOne, showPage } from '../read.ts'
import { renderSettlementItem, showSettlement } from '../render/settlement.ts'

/** `/v1/settlements`. */
export const settlements: HandlerTable<typeof contract.settlements> = {
  list: async ({ query }, call) => showPage(call, 'settlement', bySpeed(query), showSettlement),

  csv: async ({ query }, call) =>
    csvAnswer(
      call,
      SETTLEMENT_COLUMNS,
      pagesOf((page) =>
        showPage(call, 'settlement', { ...bySpeed(query), ...page }, showSettlement),
      ),
    ),

  get: async ({ params }, call) =>
    showOne(call, { kind: 'settlement', id: params.id }, showSettlement),

  items: async ({ params, query }, call) => {
    if ((await read(call, 'settlement', params.id)) === null)
      return refuseMissing(call, 'settlement', params.id)
    return itemsPage(call, params.id, query)
  },

  itemsCsv: async ({ params }, call) => {
    if ((await read(call, 'settlement', params.id)) === null)
      return refuseMissing(call, 'settlement', params.id)
    const pages = pagesOf((page) => itemsPage(call, params.id, page))
    return csvAnswer(call, SETTLEMENT_ITEM_COLUMNS, pages)
  },
}

/** The filter by speed, as stores know it: a link. */
function bySpeed<T extends { speed?: SettlementSpeed | undefined }>({
  speed,
  ...query
}: T): Omit<T, 'speed'> & { link: string | undefined } {
  return { ...query, link: speed === undefined ? undefined : speedLink(speed) }
}

async function itemsPage(call: Call, settlement_id: string, page: PageRequest) {
  const found = await call.deps.engine.deps.store.settlements.items({
    ...pageQuery(call, page),
    settlement_id,
  })
  const data = found.items.map((item) => renderSettlementItem(settlement_id, item))
  return { status: 200 as const, body: listOf(found, data) }
}
