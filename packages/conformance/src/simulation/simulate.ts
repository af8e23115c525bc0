import type { Store } from '@upi-autopay/engine'
import { formatIst } from '@upi-autopay/rail'
import { checkBooks } from './invariants/check-books.ts'
import { checkDeliveries } from './invariants/check-deliveries.ts'
import { checkReplay } from './invariants/check-replay.ts'
import { checkRest } from './invariants/check-rest.ts'
import { meanwhile } from './meanwhile.ts'
import { performStep } from './perform-step.ts'
import type { BankRecord } from './simulated-bank.ts'
import { createSimulatedWorld, type SimulatedWorld } from './simulated-world.ts'
import type { Step } from './step.ts'

/** What a simulation found wrong: after which step, and what. */
export interface Failure {
  readonly step: number
  readonly findings: readonly string[]
  /** The newest events of the streams that the findings name, oldest first. */
  readonly history: readonly string[]
}

const DAY = 86_400_000
const UNDER_WAY: ReadonlySet<string> = new Set(['processing', 'awaiting_payer'])

/**
 * Makes the steps over an empty store and looks at everything after each; then lets the bank calm down and time pass,
 * so that whatever is open comes to its end. Null when all held.
 */
export async function simulate(
  store: Store,
  seed: number,
  steps: readonly Step[],
): Promise<Failure | null> {
  const world = await createSimulatedWorld(store, seed, meanwhile)
  for (const [index, step] of steps.entries()) {
    const failure = await guarded(world, index, async () => {
      await performStep(world, step)
      await checkBooks(world)
    })
    if (failure !== null) return failure
  }
  return guarded(world, steps.length, () => comeToRest(world))
}

async function guarded(
  world: SimulatedWorld,
  step: number,
  run: () => Promise<void>,
): Promise<Failure | null> {
  try {
    await run()
  } catch (error) {
    world.watch.find(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  const { findings } = world.watch
  return findings.length === 0
    ? null
    : { step, findings: [...findings], history: historyOf(world, findings.join(' ')) }
}

const HISTORY_LINES = 60

/** What happened to the resources that a text names by our ids or by references that the bank knows. */
function historyOf({ watch }: SimulatedWorld, text: string): string[] {
  const named = [...watch.log.values()].filter((events) =>
    events.some(
      ({ resource_id }) =>
        text.includes(resource_id) || text.includes(resource_id.replace('_', '')),
    ),
  )
  return named
    .flat()
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .slice(-HISTORY_LINES)
    .map(
      ({ at, type, resource_id, cause }) => `${formatIst(at)} ${type} ${resource_id} by ${cause}`,
    )
}

/** Days pass with a bank that answers. After them nothing may hang, and the log must tell what the rows say. */
async function comeToRest(world: SimulatedWorld): Promise<void> {
  world.calmDown()
  await world.stopDebits(false)
  // Nothing new begins, else the last debit would always be under way.
  for (const schedule_id of world.made.schedules)
    await world.ask({ type: 'CancelSchedule', schedule_id }, { kind: 'schedule', id: schedule_id })
  for (let day = 0; day < 5; day++) {
    world.elapse(2 * 60_000)
    await world.engine.settle(await world.account())
    await world.engine.moveClock(await world.account(), { to: { by_ms: DAY }, mode: null })
  }
  await checkRest(world)
  for (const record of world.bank.records.values()) await tell(world, record)
  for (const [id, { status }] of world.watch.model.debits)
    if (UNDER_WAY.has(status)) world.watch.find(`${id} hangs, ${status}, though the bank answers`)
  await checkBooks(world)
  await checkReplay(world)
  await checkDeliveries(world)
}

/** The bank says at last what it did with what nobody was told of. */
async function tell(world: SimulatedWorld, record: BankRecord): Promise<void> {
  const { resource_kind, resource_id, attempt } = record.effect
  const status = world.watch.model.debits.get(resource_id)?.status
  if (record.sendings === 0 || status !== 'processing') return
  // A payer who never answered has refused.
  const outcome = record.awaiting ? world.bank.settle(record, false) : world.bank.tell(record, true)
  await world.ask(
    { type: 'RecordOutcome', resource_kind, resource_id, attempt, outcome },
    { kind: resource_kind, id: resource_id },
  )
}
