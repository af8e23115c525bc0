import { ID_PREFIXES, TRANSACTION_KINDS, type TransactionKind } from '@upi-autopay/rail'
import type { ResourceRow } from '../ports/decision-store.ts'
import { MOVEMENT_SIGNS } from '../ports/movement.ts'
import type { Page } from '../ports/resource-store.ts'
import type { Transaction, TransactionQuery, TransactionStore } from '../ports/transaction-store.ts'
import { matchesPayer, matchesRow, readRow } from './resource-store.ts'
import { firstAtOrAfter } from './sorted-ids.ts'
import type { Collection, TenantData, Tenants } from './tenant-data.ts'

/** The money's history in memory: the lists of several kinds, merged as they are walked. */
export function createMemoryTransactionStore(tenants: Tenants): TransactionStore {
  return {
    async get(tenant, id) {
      const data = tenants.find(tenant)
      const row = data === undefined ? undefined : rowOf(data, id)
      return data === undefined || row === undefined ? null : transactionOf(data, row)
    },
    async list(query) {
      const data = tenants.find(query.tenant)
      return data === undefined ? { items: [], has_more: false } : pageOf(data, query)
    },
  }
}

/** The ids of one kind that may match, ascending. */
interface Lane {
  readonly kind: TransactionKind
  readonly ids: readonly string[]
}

function pageOf(data: TenantData, query: TransactionQuery): Page<Transaction> {
  const upwards = query.before !== undefined && query.after === undefined
  const items: Transaction[] = []
  let has_more = false
  for (const id of merge(lanesOf(data, query), query, upwards)) {
    const row = rowOf(data, id)
    if (row === undefined || !matchesRow(row, query)) continue
    const transaction = transactionOf(data, row)
    if (!matchesPayer(transaction.private, query)) continue
    if (items.length === query.limit) {
      has_more = true
      break
    }
    items.push(transaction)
  }
  return { items: upwards ? items.reverse() : items, has_more }
}

/** Walks several ascending lists as one, newest first or, `upwards`, oldest first; between the cursors. */
function* merge(
  lanes: readonly Lane[],
  { after, before }: TransactionQuery,
  upwards: boolean,
): Iterable<string> {
  const open = lanes.map(({ kind, ids }) => {
    const place = (cursor: string) => firstAtOrAfter(ids, `${ID_PREFIXES[kind]}_${tailOf(cursor)}`)
    const low = before === undefined ? 0 : place(before)
    const from =
      before !== undefined && ids[low] !== undefined && tailOf(ids[low]) === tailOf(before)
        ? low + 1
        : low
    return { ids, from, to: after === undefined ? ids.length : place(after) }
  })
  for (;;) {
    let best: (typeof open)[number] | null = null
    let bestId = ''
    for (const lane of open) {
      const id = lane.from < lane.to ? lane.ids[upwards ? lane.from : lane.to - 1] : undefined
      if (id === undefined) continue
      const wins = upwards ? tailOf(id) < tailOf(bestId) : tailOf(id) > tailOf(bestId)
      if (best === null || wins) [best, bestId] = [lane, id]
    }
    if (best === null) return
    yield bestId
    if (upwards) best.from++
    else best.to--
  }
}

/** The shortest lists that hold all matches. */
function lanesOf(data: TenantData, query: TransactionQuery): Lane[] {
  const kinds = TRANSACTION_KINDS.filter((kind) => query.type === undefined || kind === query.type)
  return kinds.flatMap((kind): Lane[] => {
    const collection = data.kinds.get(kind)
    return collection === undefined ? [] : [{ kind, ids: idsOf(data, { collection, kind }, query) }]
  })
}

function idsOf(
  data: TenantData,
  { collection, kind }: { collection: Collection; kind: TransactionKind },
  query: TransactionQuery,
): readonly string[] {
  const { search, settlement_id, reference_id, mandate_id } = query
  const narrow: (readonly string[])[] = []
  if (search !== undefined) narrow.push(found(data, collection, search))
  if (settlement_id !== undefined)
    narrow.push(data.books.itemsOf(settlement_id).map((item) => item.resource_id))
  if (reference_id !== undefined) {
    const id = collection.by_reference.get(reference_id)
    narrow.push(id === undefined ? [] : [id])
  }
  if (mandate_id !== undefined) narrow.push(collection.by_mandate.get(mandate_id) ?? [])
  const [first, ...rest] = narrow
  if (first === undefined) return collection.ids
  const wanted = new Set(first.filter((id) => id.startsWith(ID_PREFIXES[kind])))
  return [...wanted].filter((id) => rest.every((ids) => ids.includes(id))).sort(byText)
}

/**
 * By the id of the resource, of its mandate, notice or settlement, by the reference of it or of its mandate, or by what
 * links to one of them.
 */
function found(data: TenantData, collection: Collection, text: string): string[] {
  const mandates = data.kinds.get('mandate')
  const named = [mandates?.by_reference.get(text) ?? text, ...(mandates?.by_link.get(text) ?? [])]
  // Links with a colon say what a settlement is like, not what the bank calls its transfer.
  const paid = text.includes(':') ? [] : (data.kinds.get('settlement')?.by_link.get(text) ?? [])
  const notice = data.kinds.get('notification')?.rows.get(text)
  const noticed = (collection.by_mandate.get(notice?.mandate_id ?? '') ?? []).filter(
    (id) => collection.rows.get(id)?.notification_id === text,
  )
  const reference = collection.by_reference.get(text)
  return [
    ...(collection.rows.has(text) ? [text] : []),
    ...(reference === undefined ? [] : [reference]),
    ...named.flatMap((mandate) => collection.by_mandate.get(mandate) ?? []),
    ...(collection.by_link.get(text) ?? []),
    ...noticed,
    ...[text, ...paid].flatMap((id) => data.books.itemsOf(id).map((item) => item.resource_id)),
  ]
}

function transactionOf(data: TenantData, row: ResourceRow): Transaction {
  const moved = data.books.movementsOf(row.id)
  const fees = moved.reduce((sum, { movement }) => sum + movement.fee, 0)
  const net = moved.reduce(
    (sum, { movement: { kind, amount } }) => sum + MOVEMENT_SIGNS[kind] * amount,
    -fees,
  )
  const settlements = moved.flatMap(({ settlement_id }) => settlement_id ?? [])
  return { ...readRow(data, row), net, fees, settlement_ids: [...new Set(settlements)] }
}

function rowOf(data: TenantData, id: string): ResourceRow | undefined {
  for (const kind of TRANSACTION_KINDS) {
    const row = data.kinds.get(kind)?.rows.get(id)
    if (row !== undefined) return row
  }
  return undefined
}

/** What of an id says when it was made. */
function tailOf(id: string): string {
  return id.slice(4)
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1
}
