import type {
  Balance,
  DueMovements,
  Movement,
  MovementSums,
  SettlementItem,
  SettlementStore,
} from '@upi-autopay/engine'
import type { Instant, SettlementSpeed } from '@upi-autopay/rail'
import type { Driver } from '../drivers/driver.ts'
import { type ResourceColumns, resourceRow } from '../resources/resource-row.ts'
import { BALANCE, DUE, itemsStatement, LEAVE, NEXT_DUE } from './statements.ts'

/** The books by run, in SQL. */
export function createSqlSettlementStore(driver: Driver): SettlementStore {
  return {
    async nextDueAt({ merchant_id, mode }) {
      const [row] = await driver.query<{ settle_at: Instant }>(NEXT_DUE, [merchant_id, mode])
      return row?.settle_at ?? null
    },
    async due({ merchant_id, mode }, now) {
      const rows = await driver.query<DueColumns>(DUE, [merchant_id, mode, now])
      return rows.map(
        ({ speed, first_at, last_at, ...sums }): DueMovements => ({
          speed,
          until: now,
          sums,
          first_at,
          last_at,
        }),
      )
    },
    async leave({ merchant_id, mode }, { speed, until, sums }) {
      await driver.query(LEAVE, [merchant_id, mode, speed, until, sums.count])
    },
    async items({ tenant, settlement_id, limit, after, before }) {
      const { merchant_id, mode } = tenant
      const cursors = [after, before].filter((cursor) => cursor !== undefined)
      const rows = await driver.query<ItemColumns>(itemsStatement({ after, before }), [
        merchant_id,
        mode,
        settlement_id,
        limit + 1,
        ...cursors,
      ])
      const items = rows.slice(0, limit).map(itemOf)
      const upwards = before !== undefined && after === undefined
      return { items: upwards ? items.reverse() : items, has_more: rows.length > limit }
    },
    async balance({ merchant_id, mode }) {
      const [row] = await driver.query<BalanceColumns>(BALANCE, [merchant_id, mode])
      if (row === undefined) throw new Error('sums of nothing are a row too')
      const { settled_net, unsettled, ...moved } = row
      return { moved, settled_net, unsettled } satisfies Balance
    },
  }
}

interface DueColumns extends MovementSums {
  readonly speed: SettlementSpeed
  readonly first_at: Instant
  readonly last_at: Instant
}

interface BalanceColumns extends MovementSums {
  readonly settled_net: number
  readonly unsettled: number
}

interface ItemColumns extends ResourceColumns {
  readonly movement: Movement
}

function itemOf(columns: ItemColumns): SettlementItem {
  return { movement: columns.movement, row: resourceRow(columns) }
}
