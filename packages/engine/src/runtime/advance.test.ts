import { expect, test } from 'vitest'
import { tenantOf } from '../account/account.ts'
import { createSeededIds } from '../kernel/ids.ts'
import {
  ACCOUNT,
  answer,
  createMandate,
  DONE,
  MONDAY_8,
  notify,
  POLICY,
} from '../mandate/decider-specification.ts'
import { createMemoryStore } from '../memory/memory-store.ts'
import { createEngine } from './engine.ts'
import { after, createRuntimeWorld } from './runtime-specification.ts'

test('a merchant whose work fails holds up no other, and the failure is told', async () => {
  const engine = createEngine({
    store: createMemoryStore(),
    clock: { now: () => MONDAY_8 },
    ids: createSeededIds(7),
    pause: async () => undefined,
    providerOf: ({ merchant_id }) => ({
      name: 'broken for one',
      policy: POLICY,
      authorizationLink: () => 'upi://mandate?pa=society@sim',
      paymentLink: () => 'upi://pay?pa=society@sim',
      execute: async (effects) => {
        if (merchant_id === 'mer_1') throw new Error('a bug of this provider')
        return effects.map(() => DONE)
      },
      inquire: async (effects) => effects.map(() => DONE),
    }),
  })
  const accounts = ['mer_1', 'mer_2'].map((merchant_id) => ({
    ...ACCOUNT,
    merchant_id,
    clock: { ...ACCOUNT.clock, mode: 'running' as const },
  }))
  for (const account of accounts) {
    await engine.deps.store.accounts.create(account, [])
    const target = { kind: 'mandate' as const, id: 'mdt_1' }
    const common = { account, cause: 'test' }
    await engine.handle([
      { ...common, command: createMandate(), target: { ...target, create: true } },
    ])
    await engine.handle([{ ...common, command: answer('mandate', 'mdt_1', DONE), target }])
    await engine.handle([{ ...common, command: notify(), target }])
  }
  await expect(engine.advance(10)).rejects.toThrow('a bug of this provider')
  const statuses: (string | undefined)[] = []
  for (const account of accounts) {
    const ref = { tenant: tenantOf(account), kind: 'notification' as const, id: 'pdn_1' }
    statuses.push((await engine.deps.store.resources.get(ref))?.row.status)
  }
  expect(statuses).toEqual(['pending', 'delivered'])
})

test('a batch that cannot be worked on keeps nothing else from being done, and is told', async () => {
  const store = createMemoryStore()
  const { engine, account, item } = await createRuntimeWorld(store)
  await engine.moveClock(await account(), { to: null, mode: 'running' })
  const batch = { target: { kind: 'batch', id: 'bat_1' }, account: await account() } as const
  await engine.handle([
    {
      ...(await item(notify())),
      ...batch,
      target: { ...batch.target, create: true },
      command: {
        type: 'CreateBatch',
        id: 'bat_1',
        kind: 'debits',
        events: 'each',
        reference_id: 'batch-1',
        metadata: {},
      },
    },
  ])
  const rows = { accepted: 1, refused: 0 }
  await engine.handle([
    {
      ...(await item(notify())),
      ...batch,
      command: { type: 'StartBatch', batch_id: 'bat_1', rows, amount: 1 },
    },
  ])
  Object.assign(store.batches, { list: () => Promise.reject(new Error('a row that is none')) })
  await engine.handle([await item(notify())])
  await expect(engine.advance(10)).rejects.toThrow('a row that is none')
  const left = await store.work.leaseEffects(tenantOf(ACCOUNT), after(0), after(1000), 10)
  expect(left).toEqual([])
})
