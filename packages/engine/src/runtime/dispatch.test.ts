import type { Instant } from '@upi-autopay/rail'
import { expect, test } from 'vitest'
import { tenantOf } from '../account/account.ts'
import { createSeededIds } from '../kernel/ids.ts'
import {
  ACCOUNT,
  answer,
  createMandate,
  DONE,
  MINUTE,
  MONDAY_8,
  notify,
  POLICY,
} from '../mandate/decider-specification.ts'
import { createMemoryStore } from '../memory/memory-store.ts'
import type { Outcome } from '../ports/outcome.ts'
import { createEngine, type Engine } from './engine.ts'

/** An engine whose provider answers inquiries as told and counts what it is sent. The system's time can be moved. */
async function worldWith(
  inquiry: Outcome,
  execution: Outcome = DONE,
): Promise<{
  engine: Engine
  sent: string[]
  wait: (ms: number) => void
}> {
  let now = MONDAY_8
  const sent: string[] = []
  const engine = createEngine({
    store: createMemoryStore(),
    clock: { now: () => now },
    ids: createSeededIds(7),
    pause: async () => undefined,
    providerOf: () => ({
      name: 'counting',
      policy: POLICY,
      authorizationLink: () => 'upi://mandate?pa=society@sim',
      paymentLink: () => 'upi://pay?pa=society@sim',
      execute: async (effects) => {
        sent.push(...effects.map(({ effect }) => effect.id))
        return effects.map(() => execution)
      },
      inquire: async (effects) => effects.map(() => inquiry),
    }),
  })
  await engine.deps.store.accounts.create(ACCOUNT, [])
  const target = { kind: 'mandate' as const, id: 'mdt_1' }
  const common = { account: ACCOUNT, cause: 'test' }
  await engine.handle([
    { ...common, command: createMandate(), target: { ...target, create: true } },
  ])
  await engine.handle([{ ...common, command: answer('mandate', 'mdt_1', DONE), target }])
  await engine.handle([{ ...common, command: notify(), target }])
  const wait = (ms: number): void => {
    now = (now + ms) as Instant
  }
  return { engine, sent, wait }
}

/** A worker takes the notice for sending and dies before anything is recorded. */
async function dieAfterLease({
  engine,
  wait,
}: Awaited<ReturnType<typeof worldWith>>): Promise<void> {
  const { clock, store } = engine.deps
  const until = (clock.now() + MINUTE) as Instant
  await store.work.leaseEffects(tenantOf(ACCOUNT), clock.now(), until, 10)
  wait(MINUTE)
}

const noticeStatus = async ({ engine }: { engine: Engine }): Promise<string | undefined> => {
  const ref = { tenant: tenantOf(ACCOUNT), kind: 'notification' as const, id: 'pdn_1' }
  return (await engine.deps.store.resources.get(ref))?.row.status
}

test('what a dead worker surely never sent is sent by the next one', async () => {
  const world = await worldWith({ result: 'not_sent', detail: 'no record' })
  await dieAfterLease(world)
  await world.engine.settle(ACCOUNT)
  expect(world.sent).toEqual(['notify:pdn_1'])
  expect(await noticeStatus(world)).toBe('delivered')
})

test('what a dead worker may have sent is asked about and never sent again', async () => {
  const world = await worldWith({ result: 'accepted', state: 'done' })
  await dieAfterLease(world)
  await world.engine.settle(ACCOUNT)
  expect(world.sent).toEqual([])
  expect(await noticeStatus(world)).toBe('delivered')
})

test('nothing is sent twice while a worker holds it', async () => {
  const world = await worldWith({ result: 'not_sent', detail: 'no record' })
  const { clock, store } = world.engine.deps
  await store.work.leaseEffects(
    tenantOf(ACCOUNT),
    clock.now(),
    (clock.now() + MINUTE) as Instant,
    10,
  )
  world.wait(MINUTE - 1)
  await world.engine.settle(ACCOUNT)
  expect(world.sent).toEqual([])
})

test('whether a merchant’s revocation reached the bank is asked until it is known, and sent again if it did not', async () => {
  const world = await worldWith({ result: 'not_sent', detail: 'no record' }, { result: 'unknown' })
  const { engine, sent, wait } = world
  await engine.settle(ACCOUNT)
  await engine.handle([
    {
      account: ACCOUNT,
      cause: 'test',
      command: { type: 'RevokeMandate', mandate_id: 'mdt_1' },
      target: { kind: 'mandate', id: 'mdt_1' },
    },
  ])
  sent.length = 0
  for (let minute = 0; minute < 3; minute++) {
    await engine.settle(ACCOUNT)
    wait(MINUTE)
  }
  expect(sent).toEqual(['revoke:mdt_1', 'revoke:mdt_1', 'revoke:mdt_1'])
})
