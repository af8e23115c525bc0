import type { BatchResult, BatchRow, BatchStore } from '@upi-autopay/engine'
import type { Driver } from '../drivers/driver.ts'
import { type BatchRowColumns, readBatchRow } from './batch-row.ts'
import { ADD, CANCEL, listStatement, RECORD, RESULTS } from './statements.ts'

/** The rows of batches in SQL. */
export function createSqlBatchStore(driver: Driver): BatchStore {
  return {
    async add({ merchant_id, mode }, batch_id, rows) {
      const records = JSON.stringify(rows.map(recordOf))
      await driver.query(ADD, [merchant_id, mode, batch_id, records])
    },
    async list({ tenant, batch_id, after_line, limit, status, ordered }) {
      const { merchant_id, mode } = tenant
      const found = await driver.query<BatchRowColumns>(
        listStatement({ status: status !== undefined, ordered: ordered === true }),
        [
          merchant_id,
          mode,
          batch_id,
          after_line,
          limit + 1,
          ...(status === undefined ? [] : [status]),
        ],
      )
      return {
        rows: found.slice(0, limit).map(readBatchRow),
        has_more: found.length > limit,
      }
    },
    async record({ merchant_id, mode }, batch_id, ends) {
      await driver.query(RECORD, [merchant_id, mode, batch_id, JSON.stringify(ends)])
    },
    async cancel({ merchant_id, mode }, batch_id, limit) {
      return (await driver.query(CANCEL, [merchant_id, mode, batch_id, limit])).length
    },
    async results({ merchant_id, mode }, batch_ids) {
      const found = await driver.query<BatchResult & { batch_id: string }>(RESULTS, [
        merchant_id,
        mode,
        JSON.stringify(batch_ids),
      ])
      return batch_ids.map((id) =>
        found
          .filter(({ batch_id }) => batch_id === id)
          .map(({ status, count, amount }) => ({ status, count, amount })),
      )
    },
  }
}

function recordOf({ order, ...row }: BatchRow) {
  return { ...row, ordered: order !== null, asked: order }
}
