import type { contract, ParsedRequest } from '@upi-autopay/contract'
import { tenantOf } from '@upi-autopay/engine'
import type { HandlerTable } from '../answer.ts'
import type { Call } from '../call.ts'
import { csvAnswer } from '../csv/csv-answer.ts'
import { pagesOf } from '../csv/pages-of.ts'
import { TRANSACTION_COLUMNS } from '../csv/transaction-columns.ts'
import { filters, listOf, pageQuery } from '../page.ts'
import { renderContext } from '../perform.ts'
import { refuseMissing } from '../read.ts'
import { renderTransaction } from '../render/transaction.ts'

/** `/v1/transactions`. */
export const transactions: HandlerTable<typeof contract.transactions> = {
  list: async ({ query }, call) => showTransactions(call, query),

  csv: async ({ query }, call) =>
    csvAnswer(
      call,
      TRANSACTION_COLUMNS,
      pagesOf((page) => showTransactions(call, { ...query, ...page })),
    ),

  get: async ({ params }, call) => {
    const { transactions: store } = call.deps.engine.deps.store
    const found = await store.get(tenantOf(call.account), params.id)
    if (found === null) return refuseMissing(call, 'transaction', params.id)
    return { status: 200, body: renderTransaction(found, renderContext(call)) }
  },
}

type Query = ParsedRequest<typeof contract.transactions.list>['query']

async function showTransactions(call: Call, { limit, after, before, type, ...wanted }: Query) {
  const page = await call.deps.engine.deps.store.transactions.list({
    ...pageQuery(call, { limit, after, before }),
    ...filters(wanted),
    ...(type !== undefined && { type }),
  })
  const context = renderContext(call)
  const data = page.items.map((item) => renderTransaction(item, context))
  return { status: 200 as const, body: listOf(page, data) }
}
