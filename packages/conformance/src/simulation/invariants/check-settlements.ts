import { MOVEMENT_SIGNS, type Settlement, tenantOf } from '@upi-autopay/engine'
import type { SimulatedWorld } from '../simulated-world.ts'

const PAGE = 100

/** Every settlement holds what its sums say, and nothing is in two of them. */
export async function checkSettlements({ engine, watch, account }: SimulatedWorld): Promise<void> {
  const tenant = tenantOf(await account())
  const { resources, settlements } = engine.deps.store
  const holder = new Map<string, string>()
  const all = await everything((page) =>
    resources.list({ tenant, kind: 'settlement', ...page }).then(({ items, has_more }) => ({
      items: items.map(({ row }) => row),
      has_more,
    })),
  )
  for (const row of all) {
    const settlement_id = row.id
    const held = await everything((page) =>
      settlements.items({ tenant, settlement_id, ...page }).then(({ items, has_more }) => ({
        items: items.map(({ movement }) => movement),
        has_more,
      })),
    )
    const { net, count, fees } = row.data as Settlement
    const come = held.reduce(
      (sum, { kind, amount, fee }) => sum + MOVEMENT_SIGNS[kind] * amount - fee,
      0,
    )
    const kept = held.reduce((sum, { fee }) => sum + fee, 0)
    if (net <= 0) watch.find(`${settlement_id} pays ${net}`)
    if (come !== net || held.length !== count || kept !== fees)
      watch.find(
        `${settlement_id} says ${count} items of ${net}, and holds ${held.length} of ${come}`,
      )
    for (const { id } of held) {
      const other = holder.get(id)
      if (other !== undefined) watch.find(`${id} is in ${other} and in ${settlement_id}`)
      holder.set(id, settlement_id)
    }
  }
}

async function everything<T extends { readonly id: string }>(
  read: (page: { limit: number; after?: string }) => Promise<{
    readonly items: readonly T[]
    readonly has_more: boolean
  }>,
): Promise<T[]> {
  const found: T[] = []
  for (let more = true; more; ) {
    const after = found.at(-1)?.id
    const { items, has_more } = await read({ limit: PAGE, ...(after !== undefined && { after }) })
    found.push(...items)
    more = has_more
  }
  return found
}
