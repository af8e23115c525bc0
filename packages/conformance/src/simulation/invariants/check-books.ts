import { MOVEMENT_KINDS, tenantOf } from '@upi-autopay/engine'
import type { SimulatedWorld } from '../simulated-world.ts'

/**
 * The books against the log: what they say was collected, refunded, reversed and disputed is what the events tell; and
 * what came in less what went out is what was settled and what waits for it.
 */
export async function checkBooks({ engine, watch, account }: SimulatedWorld): Promise<void> {
  const tenant = tenantOf(await account())
  const { moved, settled_net, unsettled } = await engine.deps.store.settlements.balance(tenant)
  for (const kind of MOVEMENT_KINDS) {
    const told = watch.model.money[kind]
    if (moved[kind] !== told)
      watch.find(`the books say ${moved[kind]} was ${kind}, the log ${told}`)
  }
  const kept =
    moved.collected +
    moved.dispute_won -
    moved.refunded -
    moved.reversed -
    moved.disputed -
    moved.fees
  if (kept !== settled_net + unsettled)
    watch.find(`${kept} was kept, but ${settled_net} is settled and ${unsettled} waits`)
}
