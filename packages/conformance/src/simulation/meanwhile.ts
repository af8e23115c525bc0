import { type LeasedEffect, merchantNow } from '@upi-autopay/engine'
import { pickNewest } from './pick-from.ts'
import type { BankRecord } from './simulated-bank.ts'
import type { SimulatedWorld } from './simulated-world.ts'

/**
 * What happens while a worker holds effects or waits for the bank: an answer to something else comes in, the payer or
 * the merchant changes his mind, the merchant stops everything.
 */
export async function meanwhile(
  world: SimulatedWorld,
  taken: readonly LeasedEffect[],
): Promise<void> {
  const { made, chance } = world
  const mandate_id = pickNewest(made.mandates, chance.among(1_000))
  const presentation_id = pickNewest(made.debits, chance.among(1_000))
  switch (chance.among(9)) {
    case 0:
      if (mandate_id !== undefined)
        await world.ask({ type: 'RevokeMandate', mandate_id }, { kind: 'mandate', id: mandate_id })
      return
    case 1:
    case 2: {
      if (mandate_id === undefined) return
      const action = chance.oneIn(2) ? 'pause' : 'resume'
      const act = { type: 'ActAsPayer', mandate_id, action, vpa: null, answers: [] } as const
      await world.ask(act, { kind: 'mandate', id: mandate_id })
      return
    }
    case 3:
      if (presentation_id !== undefined)
        await world.ask(
          { type: 'CancelPresentation', presentation_id },
          { kind: 'presentation', id: presentation_id },
        )
      return
    case 4:
      await world.stopDebits(chance.oneIn(2))
      return
    default:
      await tellSomething(world, taken)
  }
}

/** Of an earlier attempt of what the worker holds, where there is one; else of anything. */
async function tellSomething(world: SimulatedWorld, taken: readonly LeasedEffect[]): Promise<void> {
  const { bank, chance } = world
  const now = merchantNow((await world.account()).clock, world.now())
  const recent = bank.recent(now)
  const record =
    pickNewest(
      recent.filter((one) => precedes(one, taken)),
      chance.among(1_000),
    ) ?? pickNewest(recent, chance.among(1_000))
  if (record === undefined) return
  const { resource_kind: kind, resource_id: id, attempt } = record.effect
  const outcome = bank.tell(record, chance.oneIn(2))
  await world.ask(
    { type: 'RecordOutcome', resource_kind: kind, resource_id: id, attempt, outcome },
    { kind, id },
  )
}

function precedes({ effect }: BankRecord, taken: readonly LeasedEffect[]): boolean {
  return taken.some(
    ({ effect: { kind, resource_id, attempt } }) =>
      kind === 'present' && resource_id === effect.resource_id && attempt !== effect.attempt,
  )
}
