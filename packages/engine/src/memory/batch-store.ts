import type { Instant, ResourceKind } from '@upi-autopay/rail'
import type { BatchMade, BatchResult, BatchRow, BatchStore } from '../ports/batch-store.ts'
import type { TenantData, Tenants } from './tenant-data.ts'

/** The rows of batches in memory. */
export function createMemoryBatchStore(tenants: Tenants): BatchStore {
  const rowsOf = (data: TenantData | undefined, batch_id: string): BatchRow[] =>
    data?.batch_rows.get(batch_id) ?? []
  return {
    async add(tenant, batch_id, rows) {
      const { batch_rows } = tenants.open(tenant)
      const kept = batch_rows.get(batch_id) ?? []
      batch_rows.set(batch_id, kept)
      for (const row of rows) {
        const place = firstAfter(kept, row.line - 1)
        if (kept[place]?.line !== row.line) kept.splice(place, 0, row)
      }
    },
    async list({ tenant, batch_id, after_line, limit, status, ordered }) {
      const data = tenants.find(tenant)
      const all = rowsOf(data, batch_id)
      const rows: BatchRow[] = []
      for (let place = firstAfter(all, after_line); place < all.length; place++) {
        const row = all[place] as BatchRow
        if (status !== undefined && row.status !== status) continue
        if (ordered && row.order === null) continue
        if (rows.length === limit)
          return { rows: rows.map((one) => read(data, one)), has_more: true }
        rows.push(row)
      }
      return { rows: rows.map((one) => read(data, one)), has_more: false }
    },
    async record(tenant, batch_id, ends) {
      const all = rowsOf(tenants.find(tenant), batch_id)
      for (const end of ends) {
        const place = firstAfter(all, end.line - 1)
        const row = all[place]
        if (row?.line === end.line) all[place] = { ...row, ...end }
      }
    },
    async cancel(tenant, batch_id, limit) {
      const all = rowsOf(tenants.find(tenant), batch_id)
      let count = 0
      for (const [place, row] of all.entries()) {
        if (row.status !== 'accepted' || count === limit) continue
        all[place] = { ...row, status: 'cancelled' }
        count++
      }
      return count
    },
    async results(tenant, batch_ids) {
      const data = tenants.find(tenant)
      return batch_ids.map((id) => sum(rowsOf(data, id).map((row) => read(data, row))))
    },
  }
}

/** Where the first row after a line stands. */
function firstAfter(rows: readonly BatchRow[], line: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle] as BatchRow).line <= line) low = middle + 1
    else high = middle
  }
  return low
}

function read(
  data: TenantData | undefined,
  row: BatchRow,
): BatchRow & { became: BatchMade | null } {
  const { presentation_id, notification_id } = row
  const kind: ResourceKind = presentation_id === null ? 'notification' : 'presentation'
  const made = data?.kinds.get(kind)?.rows.get(presentation_id ?? notification_id ?? '')
  if (made === undefined) return { ...row, became: null }
  const { amount, due_at = null } = made.data as { amount: number; due_at?: Instant | null }
  return { ...row, became: { status: made.status, amount, due_at, updated_at: made.updated_at } }
}

/** What rows made, not what they found: that belongs to whoever made it. */
function sum(
  rows: readonly { readonly status: string; readonly became: BatchMade | null }[],
): BatchResult[] {
  const sums = new Map<string, BatchResult>()
  for (const { status: row_status, became } of rows) {
    if (row_status !== 'planned' || became === null) continue
    const { status, amount } = became
    const before = sums.get(status) ?? { status, count: 0, amount: 0 }
    sums.set(status, { status, count: before.count + 1, amount: before.amount + amount })
  }
  return [...sums.values()].sort((one, two) => (one.status < two.status ? -1 : 1))
}
