import type { DeliveryQuery } from '@upi-autopay/engine'
import { createDeliverySteps, sampleAttempt } from './deliver-world.ts'
import type { Runner } from './runner.ts'
import { at, createEndpoint, createMandate, followUp, PAYER, sampleEvent } from './samples.ts'
import type { InWorld, World } from './world.ts'

/** From the outbox to the endpoints. */
export function defineDeliveryCases({ test, expect }: Runner, inWorld: InWorld): void {
  test(
    'each public event goes once to every enabled endpoint that subscribed to its type',
    inWorld(async (world) => {
      const { store, tenant, stranger, otherMode } = world
      const off = createEndpoint(tenant, 'off', ['*'])
      await store.decisions.commit([
        createEndpoint(tenant, 'all', ['*']),
        createEndpoint(tenant, 'some', ['mandate.revoked', 'mandate.created']),
        createEndpoint(tenant, 'none', ['presentation.succeeded']),
        { ...off, rows: off.rows.map((row) => ({ ...row, status: 'disabled' })) },
        createEndpoint(stranger, 'stranger', ['*']),
        createEndpoint(otherMode, 'live', ['*']),
        createMandate(tenant, '1', {
          events: [
            sampleEvent('mdt_1', { id: 'evt_1', version: 1, type: 'mandate.created' }),
            sampleEvent('mdt_1', {
              id: 'evt_2',
              version: 2,
              type: 'mandate.link_opened',
              public: false,
            }),
          ],
        }),
      ])
      const { fanOut, claim } = createDeliverySteps(world)
      expect(await fanOut(5)).toBe(1)
      expect(await fanOut(5)).toBe(0)
      expect((await claim(5)).sort()).toEqual(['whk_all evt_1', 'whk_some evt_1'])
      expect((await store.deliveries.list({ tenant: stranger, limit: 5 })).items).toEqual([])
      expect((await store.deliveries.list({ tenant: otherMode, limit: 5 })).items).toEqual([])
    }),
  )

  test(
    'a test goes to the tested endpoint alone, whatever it subscribes to',
    inWorld(async (world) => {
      const { store, tenant } = world
      const type = 'webhook_endpoint.tested'
      const tested = createEndpoint(tenant, 'tested', ['mandate.created'])
      await store.decisions.commit([
        createEndpoint(tenant, 'all', ['*']),
        {
          ...tested,
          events: [
            sampleEvent('whk_tested', { id: 'evt_1', version: 1, type, resource_id: 'whk_tested' }),
          ],
        },
      ])
      const { fanOut, claim } = createDeliverySteps(world)
      expect(await fanOut(5)).toBe(1)
      expect(await claim(5)).toEqual(['whk_tested evt_1'])
    }),
  )

  test(
    'an endpoint is failing from its first failure without a success after it, until it is forgiven',
    inWorld(async (world) => {
      const { store, tenant } = world
      await store.decisions.commit([
        createEndpoint(tenant, 'a', ['*']),
        createMandate(tenant, '1'),
        createMandate(tenant, '2'),
      ])
      const { fanOut } = createDeliverySteps(world)
      await fanOut(5)
      const report = (id: string, succeeded: boolean, offset_ms: number) =>
        store.deliveries.record([
          {
            tenant,
            id,
            status: succeeded ? 'succeeded' : 'retrying',
            attempt: sampleAttempt(offset_ms, succeeded ? 200 : 500),
            next_attempt_at: succeeded ? null : at(offset_ms + 10),
          },
        ])
      const since = (offset_ms: number) => [
        { tenant, webhook_endpoint_id: 'whk_a', since: at(offset_ms) },
      ]
      expect(await report('dlv_1', false, 10)).toEqual(since(10))
      expect(await report('dlv_1', false, 20)).toEqual(since(10))
      expect(await report('dlv_2', true, 30)).toEqual([])
      expect(await report('dlv_1', false, 40)).toEqual(since(40))
      await store.deliveries.forgive(tenant, 'whk_a')
      expect(await report('dlv_1', false, 50)).toEqual(since(50))
    }),
  )

  test(
    'what is sent again is a delivery of its own, beside the one that is over',
    inWorld(async (world) => {
      const { store, tenant, stranger } = world
      await store.decisions.commit([createEndpoint(tenant, 'a', ['*']), createMandate(tenant, '1')])
      const { fanOut, claim, record } = createDeliverySteps(world)
      await fanOut(5)
      await claim(5)
      await record('dlv_1', 'succeeded', { at: 6 })
      const again = await store.deliveries.redeliver(
        tenant,
        ['dlv_1', 'dlv_0'],
        at(9),
        () => 'dlv_9',
      )
      expect(again).toEqual([
        {
          tenant,
          id: 'dlv_9',
          status: 'pending',
          event_id: 'evt_1',
          event_type: 'mandate.created',
          webhook_endpoint_id: 'whk_a',
          attempts: [],
          next_attempt_at: at(9),
          created_at: at(9),
          updated_at: at(9),
        },
      ])
      expect((await store.deliveries.get(tenant, 'dlv_1'))?.status).toBe('succeeded')
      expect(await claim(9)).toEqual(['whk_a evt_1'])
      expect(await store.deliveries.redeliver(stranger, ['dlv_1'], at(9), () => 'dlv_10')).toEqual(
        [],
      )
      const list = async (created_from: number, created_until: number) =>
        (
          await store.deliveries.list({
            tenant,
            limit: 5,
            created_from: at(created_from),
            created_until: at(created_until),
          })
        ).items.map(({ id }) => id)
      expect(await list(5, 9)).toEqual(['dlv_1'])
      expect(await list(6, 10)).toEqual(['dlv_9'])
    }),
  )

  test(
    'fan-out takes up to its limit and says how many events it took, also when nobody listens',
    inWorld(async (world) => {
      const { fanOut } = createDeliverySteps(world)
      await world.store.decisions.commit(
        ['1', '2', '3'].map((name) => createMandate(world.tenant, name)),
      )
      expect([await fanOut(0, 2), await fanOut(0, 2), await fanOut(0, 2)]).toEqual([2, 1, 0])
    }),
  )

  test(
    'a claimed delivery carries all that sending needs',
    inWorld(async (world) => {
      const { store, tenant } = world
      const mandate = createMandate(tenant, '1')
      await store.decisions.commit([createEndpoint(tenant, 'a', ['*']), mandate])
      await createDeliverySteps(world).fanOut(5)
      const [claimed] = await store.deliveries.claim(at(5), at(100), 10)
      expect([claimed?.url, claimed?.secrets, claimed?.event]).toEqual([
        'https://a.example.com/hook',
        ['whsec_a'],
        { event: mandate.events[0], private: { payer: PAYER } },
      ])
      const delivery = {
        tenant,
        id: 'dlv_1',
        status: 'pending',
        event_id: 'evt_1',
        event_type: 'mandate.created',
        webhook_endpoint_id: 'whk_a',
        attempts: [],
        next_attempt_at: at(5),
        created_at: at(5),
        updated_at: at(5),
      }
      expect(claimed?.delivery).toEqual(delivery)
      expect(await store.deliveries.get(tenant, 'dlv_1')).toEqual(delivery)
      expect(await store.deliveries.get(tenant, 'dlv_9')).toBe(null)
    }),
  )

  test(
    'a delivery is not claimed twice while its lease runs, and again after it',
    inWorld(async (world) => {
      const { fanOut, claim } = await oneDelivery(world)
      await fanOut(0)
      expect(await claim(0)).toEqual(['whk_a evt_1'])
      expect(await claim(99)).toEqual([])
      expect(await world.store.deliveries.nextAt()).toBe(at(100))
      expect(await claim(100)).toEqual(['whk_a evt_1'])
    }),
  )

  test(
    'a failed delivery waits for its instant, a delivered one is done',
    inWorld(async (world) => {
      const { store, tenant } = world
      const { fanOut, claim, record } = await oneDelivery(world)
      expect(await store.deliveries.nextAt()).toBe(null)
      await fanOut(7)
      expect(await store.deliveries.nextAt()).toBe(at(7))
      await claim(7)
      await record('dlv_1', 'retrying', { at: 10, next: 5_010 })
      expect(await store.deliveries.nextAt()).toBe(at(5_010))
      expect(await claim(5_009)).toEqual([])
      expect(await claim(5_010)).toEqual(['whk_a evt_1'])
      await record('dlv_1', 'succeeded', { at: 5_020 })
      expect(await store.deliveries.nextAt()).toBe(null)
      expect(await claim(99_999)).toEqual([])
      const stored = await store.deliveries.get(tenant, 'dlv_1')
      expect([stored?.status, stored?.next_attempt_at, stored?.updated_at]).toEqual([
        'succeeded',
        null,
        at(5_020),
      ])
      expect(stored?.attempts).toEqual([sampleAttempt(10, 500), sampleAttempt(5_020, 200)])
    }),
  )

  test(
    'a failure told late does not undo a success',
    inWorld(async (world) => {
      const { fanOut, claim, record } = await oneDelivery(world)
      await fanOut(0)
      await claim(0)
      await record('dlv_1', 'succeeded', { at: 10 })
      await record('dlv_1', 'retrying', { at: 20, next: 500 })
      const stored = await world.store.deliveries.get(world.tenant, 'dlv_1')
      expect([stored?.status, stored?.next_attempt_at, stored?.attempts.length]).toEqual([
        'succeeded',
        null,
        2,
      ])
      expect(await claim(1_000)).toEqual([])
    }),
  )

  test(
    'what waits for an endpoint that was switched off is given up visibly',
    inWorld(async (world) => {
      const { store, tenant } = world
      const endpoint = createEndpoint(tenant, 'a', ['*'])
      const { fanOut, claim } = createDeliverySteps(world)
      await store.decisions.commit([endpoint, createMandate(tenant, '1')])
      await fanOut(0)
      await store.decisions.commit([
        followUp(endpoint, { rows: endpoint.rows.map((row) => ({ ...row, status: 'deleted' })) }),
      ])
      expect(await claim(5)).toEqual([])
      const stored = await store.deliveries.get(tenant, 'dlv_1')
      expect([stored?.status, stored?.next_attempt_at, stored?.updated_at]).toEqual([
        'given_up',
        null,
        at(5),
      ])
      expect(await store.deliveries.nextAt()).toBe(null)
    }),
  )

  test(
    'deliveries are listed newest first, by event, endpoint and status',
    inWorld(async (world) => {
      const { store, tenant } = world
      const { fanOut, claim, record } = createDeliverySteps(world)
      await store.decisions.commit([
        createEndpoint(tenant, 'a', ['*']),
        createEndpoint(tenant, 'b', ['*']),
      ])
      await store.decisions.commit([createMandate(tenant, '1')])
      await fanOut(0)
      await store.decisions.commit([createMandate(tenant, '2')])
      await fanOut(0)
      await claim(0)
      await record('dlv_1', 'given_up', { at: 1 })
      expect(await page(world, {})).toEqual(['dlv_4', 'dlv_3', 'dlv_2', 'dlv_1', false])
      expect(await page(world, { limit: 2, after: 'dlv_4' })).toEqual(['dlv_3', 'dlv_2', true])
      expect(await page(world, { limit: 2, before: 'dlv_2' })).toEqual(['dlv_4', 'dlv_3', false])
      expect(await page(world, { event_id: 'evt_2' })).toEqual(['dlv_4', 'dlv_3', false])
      expect(await page(world, { status: 'given_up' })).toEqual(['dlv_1', false])
      const first = await store.deliveries.get(tenant, 'dlv_1')
      const own = await page(world, { webhook_endpoint_id: first?.webhook_endpoint_id ?? '' })
      expect([own.length, own.includes('dlv_1')]).toEqual([3, true])
    }),
  )
}

async function oneDelivery(world: World) {
  await world.store.decisions.commit([
    createEndpoint(world.tenant, 'a', ['*']),
    createMandate(world.tenant, '1'),
  ])
  return createDeliverySteps(world)
}

/** The ids of one page, and whether more follow. */
async function page(
  { store, tenant }: World,
  query: Partial<DeliveryQuery>,
): Promise<(string | boolean)[]> {
  const { items, has_more } = await store.deliveries.list({ tenant, limit: 10, ...query })
  return [...items.map(({ id }) => id), has_more]
}
