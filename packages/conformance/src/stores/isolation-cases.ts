import type { Tenant } from '@upi-autopay/engine'
import { createDeliverySteps } from './deliver-world.ts'
import type { Runner } from './runner.ts'
import {
  at,
  createEndpoint,
  createMandate,
  followUp,
  sampleAnswer,
  sampleEffect,
  sampleEvent,
  sampleTimer,
} from './samples.ts'
import type { InWorld, World } from './world.ts'

/** Nobody sees or touches what belongs to another merchant or to the other mode. */
export function defineIsolationCases({ test, expect }: Runner, inWorld: InWorld): void {
  for (const [name, pick] of [
    ['another merchant', (world: World) => world.stranger],
    ['the same merchant in the other mode', (world: World) => world.otherMode],
  ] as const) {
    test(
      `${name} reads nothing of it, by no method`,
      inWorld(async (world) => {
        await fill(world)
        expect(await everyRead(world, pick(world))).toEqual(NOTHING)
        const own = await everyRead(world, world.tenant)
        expect(
          Object.entries(own).filter(
            ([method, seen]) =>
              JSON.stringify(seen) === JSON.stringify(NOTHING[method as keyof typeof NOTHING]),
          ),
        ).toEqual([])
      }),
    )

    test(
      `${name} changes nothing of it, and may use the same ids, references and keys`,
      inWorld(async (world) => {
        const { store } = world
        const created = await fill(world)
        const other = pick(world)
        const event = sampleEvent('mdt_1', { id: 'evt_2', version: 2, type: 'mandate.revoked' })
        const meddling = followUp(
          { ...created, tenant: other },
          { events: [event], timers_cleared: ['expiry:mdt_1'], effects_done: ['eff_1'] },
        )
        expect(await store.decisions.commit([meddling])).toEqual([
          { ok: false, conflict: 'version' },
        ])
        expect(
          await store.decisions.commit([{ ...created, tenant: other, effects: [], timers: [] }]),
        ).toEqual([{ ok: true }])
        expect(await store.decisions.commit([{ ...meddling, private: {} }])).toEqual([{ ok: true }])
        await createDeliverySteps(world).record('dlv_1', 'given_up', { at: 1 }, other)
        const own = await everyRead(world, world.tenant)
        expect([own.nextTimerAt, own.leaseEffects.length, own.delivery?.status]).toEqual([
          at(1_000),
          1,
          'pending',
        ])
        const [loaded] = await store.decisions.load([
          { tenant: world.tenant, kind: 'mandate', id: 'mdt_1' },
        ])
        expect([loaded?.version, loaded?.private]).toEqual([1, created.private])
      }),
    )
  }
}

async function fill(world: World) {
  const { store, tenant } = world
  const created = createMandate(tenant, '1', {
    answers: [sampleAnswer('key-1')],
    effects: [sampleEffect(tenant, 'mdt_1', 'eff_1')],
    timers: [sampleTimer(tenant, 'mdt_1')],
  })
  await store.decisions.commit([createEndpoint(tenant, 'a', ['*']), created])
  await createDeliverySteps(world).fanOut(0)
  return created
}

async function everyRead({ store }: World, tenant: Tenant) {
  const { decisions, resources, work, deliveries } = store
  return {
    load: await decisions.load([{ tenant, kind: 'mandate', id: 'mdt_1' }]),
    replay: await decisions.replay(tenant, 'key-1'),
    findReference: await decisions.findReference(tenant, 'mandate', 'reference-1'),
    get: await resources.get({ tenant, kind: 'mandate', id: 'mdt_1' }),
    list: (await resources.list({ tenant, kind: 'mandate', limit: 5 })).items,
    listByReference: (
      await resources.list({ tenant, kind: 'mandate', reference_id: 'reference-1', limit: 5 })
    ).items,
    listByPayer: (
      await resources.list({ tenant, kind: 'mandate', payer_vpa: 'asha@okbank', limit: 5 })
    ).items,
    getEvent: await resources.getEvent(tenant, 'evt_1'),
    listEvents: (await resources.listEvents({ tenant, limit: 5 })).items,
    listEventsOfStream: (await resources.listEvents({ tenant, stream: 'mdt_1', limit: 5 })).items,
    dueTimers: await work.dueTimers(tenant, at(9_999), 5),
    nextTimerAt: await work.nextTimerAt(tenant),
    leaseEffects: await work.leaseEffects(tenant, at(0), at(0), 5),
    isLeased: await work.isLeased(tenant, { from: at(0), until: at(0) }),
    delivery: await deliveries.get(tenant, 'dlv_1'),
    deliveries: (await deliveries.list({ tenant, limit: 5 })).items,
  }
}

const NOTHING = {
  load: [null],
  replay: null,
  findReference: null,
  get: null,
  list: [],
  listByReference: [],
  listByPayer: [],
  getEvent: null,
  listEvents: [],
  listEventsOfStream: [],
  dueTimers: [],
  nextTimerAt: null,
  leaseEffects: [],
  isLeased: false,
  delivery: null,
  deliveries: [],
}
