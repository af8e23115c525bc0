import { createDeliverySteps } from './deliver-world.ts'
import type { Runner } from './runner.ts'
import { createEndpoint, createMandate, followUp, sampleEvent } from './samples.ts'
import type { InWorld, World } from './world.ts'

/** First attempts arrive in order per endpoint and resource; nothing else waits for anything. */
export function defineDeliveryOrderCases({ test, expect }: Runner, inWorld: InWorld): void {
  test(
    'the first attempts of one endpoint and resource go one after the other',
    inWorld(async (world) => {
      const { fanOut, claim, record } = await threeEvents(world, ['a'])
      await fanOut(0)
      expect(await claim(0)).toEqual(['whk_a evt_1'])
      expect(await claim(50)).toEqual([])
      await record('dlv_1', 'succeeded', { at: 60 })
      expect(await claim(60)).toEqual(['whk_a evt_2'])
      await record('dlv_2', 'succeeded', { at: 70 })
      expect(await claim(70)).toEqual(['whk_a evt_3'])
    }),
  )

  test(
    'events that come while an earlier one is being sent wait for it',
    inWorld(async (world) => {
      const { store, tenant } = world
      const { fanOut, claim, record } = createDeliverySteps(world)
      const created = createMandate(tenant, '1')
      await store.decisions.commit([createEndpoint(tenant, 'a', ['*']), created])
      await fanOut(0)
      expect(await claim(0)).toEqual(['whk_a evt_1'])
      await store.decisions.commit([
        followUp(created, {
          events: [sampleEvent('mdt_1', { id: 'evt_2', version: 2, type: 'mandate.activated' })],
        }),
      ])
      await fanOut(5)
      expect(await claim(5)).toEqual([])
      await record('dlv_1', 'retrying', { at: 10, next: 5_000 })
      expect(await claim(10)).toEqual(['whk_a evt_2'])
    }),
  )

  test(
    'a first attempt that failed holds nothing back, and its retry overtakes nobody',
    inWorld(async (world) => {
      const { fanOut, claim, record } = await threeEvents(world, ['a'])
      await fanOut(0)
      await claim(0)
      await record('dlv_1', 'retrying', { at: 10, next: 15 })
      expect((await claim(20)).sort()).toEqual(['whk_a evt_1', 'whk_a evt_2'])
      await record('dlv_1', 'retrying', { at: 30, next: 5_000 })
      expect(await claim(30)).toEqual([])
      await record('dlv_2', 'given_up', { at: 40 })
      expect(await claim(40)).toEqual(['whk_a evt_3'])
    }),
  )

  test(
    'another endpoint and another resource do not wait',
    inWorld(async (world) => {
      const { store, tenant } = world
      const { fanOut, claim, record } = await threeEvents(world, ['a', 'b'])
      await store.decisions.commit([
        createMandate(tenant, '5', {
          events: [sampleEvent('mdt_5', { id: 'evt_5', version: 1, type: 'mandate.created' })],
        }),
      ])
      await fanOut(0)
      expect((await claim(0)).sort()).toEqual([
        'whk_a evt_1',
        'whk_a evt_5',
        'whk_b evt_1',
        'whk_b evt_5',
      ])
      const { items } = await store.deliveries.list({
        tenant,
        webhook_endpoint_id: 'whk_b',
        event_id: 'evt_1',
        limit: 1,
      })
      await record(items[0]?.id ?? '', 'succeeded', { at: 10 })
      expect(await claim(10)).toEqual(['whk_b evt_2'])
    }),
  )

  test(
    'every merchant gets a share of one claim',
    inWorld(async (world) => {
      const { store, tenant, stranger } = world
      const { fanOut, claim } = createDeliverySteps(world)
      await store.decisions.commit([
        createEndpoint(tenant, 'a', ['*']),
        createEndpoint(stranger, 'b', ['*']),
      ])
      await store.decisions.commit([
        ...['1', '2', '3', '4'].map((name) => createMandate(tenant, name)),
        createMandate(stranger, '1'),
      ])
      await fanOut(0)
      expect((await claim(0, 2)).map((one) => one.slice(0, 5)).sort()).toEqual(['whk_a', 'whk_b'])
      expect((await claim(0, 10)).length).toBe(3)
    }),
  )
}

/** A mandate with three events of its own, and endpoints that want them all. */
async function threeEvents(world: World, endpoints: readonly string[]) {
  const { store, tenant } = world
  const types = ['mandate.created', 'mandate.activated', 'mandate.revoked']
  const events = types.map((type, index) =>
    sampleEvent('mdt_1', { id: `evt_${index + 1}`, version: index + 1, type }),
  )
  await store.decisions.commit([
    ...endpoints.map((name) => createEndpoint(tenant, name, ['*'])),
    createMandate(tenant, '1', { events }),
  ])
  return createDeliverySteps(world)
}
