import { merchantNow } from '@upi-autopay/engine'
import { answerPin } from './act-as-bank.ts'
import { announceAndPlan } from './act-on-debits.ts'
import type { SimulatedWorld } from './simulated-world.ts'
import type { Step } from './step.ts'

const SECOND = 1000
const HOUR = 3_600_000

/** A whole debit as merchants mostly see it: announced and planned, a day passes, the payer enters the PIN if asked. */
export async function collect(world: SimulatedWorld, step: Step): Promise<void> {
  const { clock } = await world.account()
  await announceAndPlan(world, step, merchantNow(clock, world.now()))
  await pass(world, 24 * HOUR + 20 * SECOND)
  await answerPin(world, step, step.choice % 5 !== 0)
  await pass(world, (step.choice % 3) * 15 * SECOND)
}

async function pass(world: SimulatedWorld, by_ms: number): Promise<void> {
  await world.engine.moveClock(await world.account(), { to: { by_ms }, mode: null })
}
