import { tenantOf } from '@upi-autopay/engine'
import type { SimulatedWorld } from '../simulated-world.ts'

/** Longer than all the pauses between the attempts of a delivery. */
const DAYS = 5
const DAY = 86_400_000

/** Days pass with an endpoint that answers: every public event has been taken, or is visibly given up. */
export async function checkDeliveries(world: SimulatedWorld): Promise<void> {
  const { engine, receiver, watch } = world
  // An endpoint that failed for five days was disabled, with an event: it is told nothing more.
  if (watch.model.statuses.get(world.endpoint_id) !== 'enabled') return
  receiver.calmDown()
  for (let day = 0; day < DAYS; day++) {
    await world.deliver()
    world.elapse(DAY)
  }
  await world.deliver()
  const tenant = tenantOf(await world.account())
  for (const event_id of watch.told) {
    if (receiver.taken.has(event_id)) continue
    const { deliveries } = engine.deps.store
    const { items } = await deliveries.list({ tenant, limit: 1, event_id })
    if (items[0]?.status !== 'given_up')
      watch.find(`event ${event_id} was never taken, and is ${items[0]?.status ?? 'on no list'}`)
  }
}
