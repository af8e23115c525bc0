import { expect, test } from 'vitest'
import { tenantOf } from '../account/account.ts'
import { createMemoryStore } from '../memory/memory-store.ts'
import type { Item } from '../runtime/item.ts'
import { createRuntimeWorld, type RuntimeWorld } from '../runtime/runtime-specification.ts'
import type { MandateCommand } from './commands.ts'
import { ACCOUNT, answer, DONE, declined, present } from './decider-specification.ts'
import type { MandateState } from './mandate.ts'
import type { Presentation } from './presentation/presentation.ts'

const DEBIT = { kind: 'presentation', id: 'prs_1' } as const
const REFUND = { kind: 'refund', id: 'rfd_1' } as const

const giveBack: MandateCommand = {
  type: 'CreateRefund',
  id: 'rfd_1',
  reference_id: 'refund-001',
  of: DEBIT,
  amount: 60_00,
  metadata: {},
}

/** An instant debit of ₹100 that was collected. */
async function collected(): Promise<RuntimeWorld> {
  const world = await createRuntimeWorld(createMemoryStore())
  const source = { instant_amount: 100_00 }
  await world.engine.handle([await world.item(present({ source }))])
  await world.engine.settle(await world.account())
  const paid = answer('presentation', 'prs_1', DONE, 1)
  await world.engine.handle([await world.item(paid, { target: DEBIT })])
  return world
}

async function state({ engine }: RuntimeWorld): Promise<MandateState> {
  const ref = { tenant: tenantOf(ACCOUNT), kind: 'mandate', id: 'mdt_1' } as const
  const [loaded] = await engine.deps.store.decisions.load([ref])
  return loaded?.state as MandateState
}

async function debit({ engine }: RuntimeWorld): Promise<Presentation> {
  const found = await engine.deps.store.resources.get({ tenant: tenantOf(ACCOUNT), ...DEBIT })
  return found?.row.data as Presentation
}

async function handle(
  { engine, item }: RuntimeWorld,
  command: MandateCommand,
  target: Item['target'],
): Promise<unknown> {
  const [handled] = await engine.handle([await item(command, { target })])
  return handled
}

test('a debit stays in the decision state only while a refund of it is open', async () => {
  const world = await collected()
  expect((await state(world)).presentations).toEqual({})
  await handle(world, giveBack, DEBIT)
  expect(Object.keys((await state(world)).presentations)).toEqual(['prs_1'])
  const done: MandateCommand = { type: 'AnswerRefund', refund_id: 'rfd_1', outcome: DONE }
  await handle(world, done, REFUND)
  expect(await state(world)).toMatchObject({ presentations: {}, refunds: {} })
  expect(await debit(world)).toMatchObject({ amount_refunded: 60_00, amount_refund_pending: 0 })
})

test('a refund that failed long ago and is told as made after all still counts on its debit', async () => {
  const world = await collected()
  await handle(world, giveBack, DEBIT)
  const say = (outcome: typeof DONE): MandateCommand => ({
    type: 'RecordOutcome',
    ...{ resource_kind: 'refund', resource_id: 'rfd_1', attempt: null, outcome },
  })
  await handle(world, say(declined('U30')), REFUND)
  expect(await state(world)).toMatchObject({ presentations: {}, refunds: {} })
  expect(await handle(world, say(DONE), REFUND)).toMatchObject({ ok: true, events: 1 })
  expect(await debit(world)).toMatchObject({ amount_refunded: 60_00 })
})

test('what refunds and disputes have spoken for cannot be reversed', async () => {
  const world = await collected()
  await handle(world, giveBack, DEBIT)
  const reverse: MandateCommand = { type: 'ReversePresentation', presentation_id: 'prs_1' }
  await handle(world, reverse, DEBIT)
  expect(await debit(world)).toMatchObject({ status: 'reversed', amount_reversed: 40_00 })
})
