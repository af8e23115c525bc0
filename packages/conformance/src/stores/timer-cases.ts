import { HELD_AT, type Timer, type Unit } from '@upi-autopay/engine'
import type { Runner } from './runner.ts'
import { at, createMandate, followUp, sampleTimer } from './samples.ts'
import type { InWorld, World } from './world.ts'

/** Things to do later, on the merchant's clock. */
export function defineTimerCases({ test, expect }: Runner, inWorld: InWorld): void {
  test(
    'due timers come oldest first, up to the limit, and none before its instant',
    inWorld(async (world) => {
      const { store, tenant } = world
      await start(world, { c: 3_000, a: 1_000, b: 2_000 })
      expect(await store.work.dueTimers(tenant, at(999), 10)).toEqual([])
      expect(await due(world, 1_000)).toEqual(['a'])
      expect(await due(world, 9_000)).toEqual(['a', 'b', 'c'])
      expect(await due(world, 9_000, 2)).toEqual(['a', 'b'])
      expect(await store.work.nextTimerAt(tenant)).toBe(at(1_000))
    }),
  )

  test(
    'timers of one instant come in the order of stream and key',
    inWorld(async (world) => {
      await start(world, { 'retry:b': 5, 'Retry:b': 5, 'expiry:z': 5 })
      expect(await due(world, 5)).toEqual(['Retry:b', 'expiry:z', 'retry:b'])
    }),
  )

  test(
    'a timer carries what it was set with',
    inWorld(async ({ store, tenant }) => {
      const timer = sampleTimer(tenant, 'mdt_1', {
        key: 'bank_answer:prs_7',
        kind: 'bank_answer',
        resource_kind: 'presentation',
        resource_id: 'prs_7',
        attempt: 2,
        outcome: { result: 'declined', provider_code: 'U30', npci_code: 'Z9' },
      })
      await store.decisions.commit([createMandate(tenant, '1', { timers: [timer] })])
      expect(await store.work.dueTimers(tenant, at(1_000), 10)).toEqual([timer])
    }),
  )

  test(
    'setting a timer again moves it',
    inWorld(async (world) => {
      const { store, tenant } = world
      const created = await start(world, { a: 1_000, b: 2_000 })
      await store.decisions.commit([followUp(created, { timers: [named(world, 'a', 3_000)] })])
      expect(await due(world, 9_000)).toEqual(['b', 'a'])
      expect(await due(world, 2_999)).toEqual(['b'])
      expect(await store.work.nextTimerAt(tenant)).toBe(at(2_000))
    }),
  )

  test(
    'a cleared timer is gone, one cleared and set at once stands',
    inWorld(async (world) => {
      const { store, tenant } = world
      const created = await start(world, { a: 1_000, b: 2_000 })
      await store.decisions.commit([
        followUp(created, {
          timers_cleared: ['a', 'b', 'never-set'],
          timers: [named(world, 'b', 4_000)],
        }),
      ])
      expect(await due(world, 9_000)).toEqual(['b'])
      expect(await store.work.nextTimerAt(tenant)).toBe(at(4_000))
      await store.decisions.commit([followUp(created, { timers_cleared: ['b'] })])
      expect(await store.work.nextTimerAt(tenant)).toBe(null)
    }),
  )

  test(
    'a timer that fired is gone, but not one that was set for another instant meanwhile',
    inWorld(async (world) => {
      const { store, tenant } = world
      const created = await start(world, { a: 1_000, b: 2_000, c: 3_000 })
      const [a, b, c] = await store.work.dueTimers(tenant, at(3_000), 10)
      if (a === undefined || b === undefined || c === undefined) throw new Error('three were set')
      await store.decisions.commit([followUp(created, { timers: [named(world, 'b', 4_000)] })])
      const fired = { timers_fired: [a, b, c], timers: [named(world, 'c', 5_000)] }
      await store.decisions.commit([followUp(created, fired)])
      expect(await due(world, 9_000)).toEqual(['b', 'c'])
    }),
  )

  test(
    'a held timer is due once the account stops its debits no more, after those whose instant has come',
    inWorld(async (world) => {
      const { store, tenant } = world
      const created = createMandate(tenant, '1', {
        timers: [
          sampleTimer(tenant, 'mdt_1', { key: 'held', at: HELD_AT }),
          named(world, 'a', 1_000),
        ],
      })
      await store.accounts.save(tenant, 1, { debits_stopped: true }, at(0))
      await store.decisions.commit([created])
      expect(await due(world, 9_000)).toEqual(['a'])
      expect(await store.work.tenantsWithWork(at(0), 10)).toEqual([])
      await store.accounts.save(tenant, 2, { debits_stopped: false }, at(0))
      expect(await due(world, 0)).toEqual(['held'])
      expect(await due(world, 9_000)).toEqual(['a', 'held'])
      expect(await due(world, 9_000, 1)).toEqual(['a'])
      expect(await store.work.tenantsWithWork(at(0), 10)).toEqual([tenant])
      const [held] = await store.work.dueTimers(tenant, at(0), 1)
      await store.decisions.commit([
        followUp(created, {
          timers_fired: held === undefined ? [] : [held],
          timers_cleared: ['a'],
        }),
      ])
      expect(await due(world, 9_000)).toEqual([])
      expect(await store.work.tenantsWithWork(at(0), 10)).toEqual([])
    }),
  )

  test(
    'a held timer is set, cleared and moved like any other, and no clock waits for it',
    inWorld(async (world) => {
      const { store, tenant } = world
      const created = await start(world, { a: 1_000, b: 2_000 })
      const hold = (key: string): Timer => sampleTimer(tenant, 'mdt_1', { key, at: HELD_AT })
      await store.decisions.commit([followUp(created, { timers: [hold('a'), hold('b')] })])
      expect(await store.work.nextTimerAt(tenant)).toBe(null)
      await store.decisions.commit([
        followUp(created, { timers_cleared: ['a'], timers: [named(world, 'b', 3_000)] }),
      ])
      expect(await due(world, 0)).toEqual([])
      expect(await store.work.nextTimerAt(tenant)).toBe(at(3_000))
    }),
  )

  test(
    'one stream does not touch the timers of another',
    inWorld(async (world) => {
      const { store, tenant } = world
      await start(world, { a: 1_000 })
      const other = createMandate(tenant, '2', {
        timers: [sampleTimer(tenant, 'mdt_2', { key: 'a', at: at(500) })],
      })
      await store.decisions.commit([other])
      expect(await due(world, 9_000)).toEqual(['a', 'a'])
      await store.decisions.commit([followUp(other, { timers_cleared: ['a'] })])
      expect(await store.work.nextTimerAt(tenant)).toBe(at(1_000))
    }),
  )
}

async function start(world: World, timers: Readonly<Record<string, number>>): Promise<Unit> {
  const created = createMandate(world.tenant, '1', {
    timers: Object.entries(timers).map(([key, offset]) => named(world, key, offset)),
  })
  await world.store.decisions.commit([created])
  return created
}

function named({ tenant }: World, key: string, offset_ms: number): Timer {
  return sampleTimer(tenant, 'mdt_1', { key, at: at(offset_ms) })
}

async function due({ store, tenant }: World, offset_ms: number, limit = 10): Promise<string[]> {
  const timers = await store.work.dueTimers(tenant, at(offset_ms), limit)
  return timers.map(({ key }) => key)
}
