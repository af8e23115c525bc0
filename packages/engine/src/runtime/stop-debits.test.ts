import { expect, test } from 'vitest'
import { tenantOf } from '../account/account.ts'
import {
  ACCOUNT,
  answer,
  DAY,
  DONE,
  HOUR,
  notify,
  present,
} from '../mandate/decider-specification.ts'
import type { Presentation } from '../mandate/presentation/presentation.ts'
import { createMemoryStore } from '../memory/memory-store.ts'
import { settle } from './advance.ts'
import { dispatch } from './dispatch.ts'
import { after, createRuntimeWorld, type RuntimeWorld } from './runtime-specification.ts'

/** A merchant whose debit is due at eight on Tuesday morning. */
async function planned(): Promise<RuntimeWorld> {
  const world = await createRuntimeWorld(createMemoryStore())
  for (const command of [notify(), answer('notification', 'pdn_1', DONE), present()])
    await world.engine.handle([await world.item(command)])
  return world
}

async function change(
  { engine, account }: RuntimeWorld,
  type: 'StopDebits' | 'ResumeDebits',
): Promise<void> {
  await engine.changeAccount(await account(), { command: { type } })
}

async function moveTo({ engine, account }: RuntimeWorld, ms: number): Promise<void> {
  const moved = await engine.moveClock(await account(), { to: after(ms), mode: null })
  if (!moved.ok) throw new Error(moved.rejection.detail)
}

async function debit({ engine }: RuntimeWorld): Promise<Presentation> {
  const ref = { tenant: tenantOf(ACCOUNT), kind: 'presentation' as const, id: 'prs_1' }
  return (await engine.deps.store.resources.get(ref))?.row.data as Presentation
}

test('a debit that comes due while debits are stopped waits, and leaves nothing to do', async () => {
  const world = await planned()
  await change(world, 'StopDebits')
  await moveTo(world, DAY)
  expect(await debit(world)).toMatchObject({
    status: 'scheduled',
    deferred_because: 'debits_stopped',
    attempts: [],
  })
  expect(await world.engine.deps.store.work.tenantsWithWork(after(DAY), 10)).toEqual([])
})

test('what waited goes out as soon as debits are resumed', async () => {
  const world = await planned()
  await change(world, 'StopDebits')
  await moveTo(world, DAY)
  await change(world, 'ResumeDebits')
  expect(await world.engine.deps.store.work.tenantsWithWork(after(DAY), 10)).toHaveLength(1)
  await world.engine.settle(await world.account())
  expect(await debit(world)).toMatchObject({ status: 'processing', deferred_because: null })
  expect(await world.engine.deps.store.work.tenantsWithWork(after(DAY), 10)).toEqual([])
})

test('what waited until its day was over is closed, stopped or not', async () => {
  const world = await planned()
  await change(world, 'StopDebits')
  await moveTo(world, DAY + 17 * HOUR)
  expect((await debit(world)).status).toBe('failed')
})

test('a worker that began before the stop sends nothing after it', async () => {
  const world = await planned()
  const { engine } = world
  const before = { ...(await world.account()), clock: { ...ACCOUNT.clock, frozen_at: after(DAY) } }
  const item = await world.item({
    type: 'FireTimer',
    timer: (await engine.deps.store.work.dueTimers(tenantOf(ACCOUNT), after(DAY), 1))[0] as never,
  })
  await engine.handle([{ ...item, account: before, target: { kind: 'presentation', id: 'prs_1' } }])
  expect((await debit(world)).status).toBe('processing')
  await change(world, 'StopDebits')
  await dispatch(engine.deps, before, 10)
  expect(await debit(world)).toMatchObject({
    status: 'scheduled',
    deferred_because: 'debits_stopped',
    attempts: [],
    attempts_left: 4,
  })
  await settle(engine.deps, before)
  expect((await debit(world)).status).toBe('scheduled')
})

test('a worker that began before debits were resumed comes to an end', async () => {
  const world = await planned()
  await change(world, 'StopDebits')
  await moveTo(world, DAY)
  const before = await world.account()
  await change(world, 'ResumeDebits')
  await settle(world.engine.deps, before)
  expect((await debit(world)).status).toBe('processing')
})
