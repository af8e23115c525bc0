import { type LeasedEffect, merchantNow, tenantOf } from '@upi-autopay/engine'
import type { Instant } from '@upi-autopay/rail'
import { pickFrom } from './pick-from.ts'
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
export async function tellAgain(world: SimulatedWorld, step: Step, now: Instant): Promise<void> {
  const record = pickFrom(world.bank.recent(now), step.pick)
  if (record === undefined) return
  const { resource_kind, resource_id, attempt } = record.effect
  const outcome = world.bank.tell(record, step.choice % 6 !== 0)
  await world.ask(
    { type: 'RecordOutcome', resource_kind, resource_id, attempt, outcome },
    { kind: resource_kind, id: resource_id },
  )
}

/** A worker takes effects and is never seen again, before it sent them or after; nothing of the answer is recorded. */
export async function loseWorker(world: SimulatedWorld, step: Step): Promise<void> {
  const account = await world.account()
  const system_now = world.now()
  const leased = await world.engine.deps.store.work.leaseEffects(
    tenantOf(account),
    system_now,
    (system_now + LEASE) as Instant,
    1 + (step.pick % 3),
  )
  if (step.choice % 2 === 1) return
  const sent: LeasedEffect[] = []
  for (const one of leased) if (await maySend(world, one)) sent.push(one)
  const context = { account, now: merchantNow(account.clock, system_now) }
  if (sent.length > 0) await world.bank.provider.execute(sent, context)
}

/** One whose lease had run out may be on its way already; a debit is looked at once more before it goes out. */
async function maySend(world: SimulatedWorld, { effect, expired }: LeasedEffect): Promise<boolean> {
  if (expired) return false
  if (effect.kind === 'notify') return true
  if (effect.kind !== 'present') return false
  const { resource_kind: kind, resource_id: id } = effect
  const answer = await world.ask({ type: 'ConfirmSending', effect }, { kind, id })
  return answer.ok && answer.events === 0
}
