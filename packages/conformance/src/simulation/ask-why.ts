import type { Instant } from '@upi-autopay/rail'
import { pickNewest } from './pick-from.ts'
import type { SimulatedWorld } from './simulated-world.ts'
import type { Step } from './step.ts'

/** Asks why a debit was not made; the watch remembers the moment that is named and sees whether it is kept. */
export async function askWhy(world: SimulatedWorld, step: Step, now: Instant): Promise<void> {
  const { engine, watch, made } = world
  const waiting = made.debits.filter((id) => WAITING.has(watch.model.debits.get(id)?.status ?? ''))
  const id = pickNewest(step.choice % 4 === 0 ? made.debits : waiting, step.pick)
  if (id === undefined) return
  const explanation = await engine.explain(await world.account(), id)
  if (explanation === null) {
    watch.find(`nothing explains ${id}`)
    return
  }
  const earliest = explanation.earliest?.at ?? null
  if (earliest !== null && earliest < now) watch.find(`${id} was said to be made in the past`)
  watch.told_when(id, earliest)
}

const WAITING: ReadonlySet<string> = new Set(['scheduled', 'retry_scheduled', 'declined'])
