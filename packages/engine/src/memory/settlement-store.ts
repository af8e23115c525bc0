import type { BookedMovement } from '../ports/movement.ts'
import {
  type MovementSums,
  netOf,
  type SettlementItem,
  type SettlementStore,
} from '../ports/settlement-store.ts'
import type { Settlement } from '../settlement/settlement.ts'
import { sumOf } from './books.ts'
import type { TenantData, Tenants } from './tenant-data.ts'

const NOTHING: MovementSums = sumOf([])

/** The books by run, in memory. */
export function createMemorySettlementStore(tenants: Tenants): SettlementStore {
  return {
    async nextDueAt(tenant) {
      return tenants.find(tenant)?.books.nextDueAt() ?? null
    },
    async due(tenant, now) {
      return tenants.find(tenant)?.books.due(now) ?? []
    },
    async leave(tenant, run) {
      tenants.find(tenant)?.books.leave(run)
    },
    async items({ tenant, settlement_id, limit, after, before }) {
      const data = tenants.find(tenant)
      const all = data?.books.itemsOf(settlement_id) ?? []
      const place = (id: string | undefined): number => all.findIndex((item) => item.id === id)
      const upwards = before !== undefined && after === undefined
      const start = after === undefined ? 0 : place(after) + 1
      const end = before === undefined ? all.length : place(before)
      if ((after !== undefined && start === 0) || end < start) return { items: [], has_more: false }
      const within = all.slice(start, end)
      const page = upwards ? within.slice(-limit) : within.slice(0, limit)
      return {
        items: page.flatMap((movement) => (data === undefined ? [] : itemOf(data, movement))),
        has_more: within.length > limit,
      }
    },
    async balance(tenant) {
      const data = tenants.find(tenant)
      if (data === undefined) return { moved: NOTHING, settled_net: 0, unsettled: 0 }
      const open = sumOf(data.books.unsettled())
      let moved = open
      let settled_net = 0
      let unsettled = netOf(open)
      for (const { status, data: record } of data.kinds.get('settlement')?.rows.values() ?? []) {
        const settlement = record as Settlement
        moved = add(moved, settlement)
        if (status === 'settled') settled_net += settlement.net
        else unsettled += settlement.net
      }
      return { moved, settled_net, unsettled }
    },
  }
}

function itemOf(data: TenantData, booked: BookedMovement): SettlementItem[] {
  const { settle_at: _, ...movement } = booked
  const row = data.kinds.get(movement.resource_kind)?.rows.get(movement.resource_id)
  return row === undefined ? [] : [{ movement, row }]
}

function add(one: MovementSums, two: MovementSums): MovementSums {
  return {
    collected: one.collected + two.collected,
    refunded: one.refunded + two.refunded,
    reversed: one.reversed + two.reversed,
    disputed: one.disputed + two.disputed,
    dispute_won: one.dispute_won + two.dispute_won,
    fees: one.fees + two.fees,
    count: one.count + two.count,
  }
}
