import { type LeasedEffect, tenantOf } from '@upi-autopay/engine'
import type { Instant } from '@upi-autopay/rail'
import { pickFrom } from './pick-from.ts'
import type { BankRecord } from './simulated-bank.ts'
import type { SimulatedWorld } from './simulated-world.ts'
import type { Step } from './step.ts'

const SOON = 10_000
const LEASE = 60_000

/** The payer enters the PIN, or refuses, where the bank waits for it. */
export async function answerPin(world: SimulatedWorld, step: Step, yes: boolean): Promise<void> {
  const { debits } = world.watch.model
  const waiting = [...world.bank.records.values()].filter(({ awaiting, effect }) => {
    const debit = debits.get(effect.resource_id)
    return awaiting && debit?.status === 'awaiting_payer' && debit.attempt === effect.attempt
  })
  const record = pickFrom(waiting, step.pick)
  if (record === undefined) return
  const id = record.effect.resource_id
  const outcome = world.bank.settle(record, yes)
  await world.ask(
    { type: 'ActOnPresentation', presentation_id: id, answers: [{ after_ms: SOON, outcome }] },
    { kind: 'presentation', id },
  )
}

/** The bank tells an attempt's outcome once more: late, twice, or the contrary of what it said. */
export async function tellAgain(world: SimulatedWorld, step: Step): Promise<void> {
  const record = pickFrom([...world.bank.records.values()], step.pick)
  if (record === undefined || record.sendings === 0) return
  const { resource_kind, resource_id, attempt } = record.effect
  const outcome = world.bank.tell(record, step.choice % 6 !== 0)
  await world.ask(
    { type: 'RecordOutcome', resource_kind, resource_id, attempt, outcome },
    { kind: resource_kind, id: resource_id },
  )
}

/** A worker takes effects and is never seen again; the bank may have got them, or not. */
export async function loseWorker(world: SimulatedWorld, step: Step): Promise<void> {
  const account = await world.account()
  const system_now = world.now()
  const leased = await world.engine.deps.store.work.leaseEffects(
    tenantOf(account),
    system_now,
    (system_now + LEASE) as Instant,
    1 + (step.pick % 3),
  )
  // One whose lease had run out already may be on its way: the bank is not given it a second time.
  const sent = leased.filter((one) => step.choice % 2 === 0 && mayBeSent(world, one))
  if (sent.length > 0) await world.bank.provider.execute(sent, { account, now: system_now })
}

function mayBeSent({ bank }: SimulatedWorld, { effect, expired }: LeasedEffect): boolean {
  const record: BankRecord | undefined = bank.records.get(effect.provider_reference)
  return !expired && effect.kind === 'notify' && record === undefined
}
