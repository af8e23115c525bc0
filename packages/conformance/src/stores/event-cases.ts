import type { EventQuery } from '@upi-autopay/engine'
import type { Runner } from './runner.ts'
import {
  at,
  createMandate,
  followUp,
  mandateRow,
  PAYER,
  presentationRow,
  sampleEvent,
} from './samples.ts'
import type { InWorld, World } from './world.ts'

/** Reading the public part of the log. */
export function defineEventCases({ test, expect }: Runner, inWorld: InWorld): void {
  test(
    'merchants see public events only, newest first',
    inWorld(async (world) => {
      await writeLog(world)
      expect(await page(world, {})).toEqual(['evt_6', 'evt_5', 'evt_3', 'evt_1', false])
      expect(await world.store.resources.getEvent(world.tenant, 'evt_2')).toBe(null)
      expect(await world.store.resources.getEvent(world.tenant, 'evt_9')).toBe(null)
    }),
  )

  test(
    'pages of events follow each other both ways',
    inWorld(async (world) => {
      await writeLog(world)
      expect(await page(world, { limit: 2 })).toEqual(['evt_6', 'evt_5', true])
      expect(await page(world, { limit: 2, after: 'evt_5' })).toEqual(['evt_3', 'evt_1', false])
      expect(await page(world, { limit: 2, before: 'evt_1' })).toEqual(['evt_5', 'evt_3', true])
      expect(await page(world, { limit: 2, before: 'evt_5' })).toEqual(['evt_6', false])
    }),
  )

  test(
    'events are narrowed by type, resource and stream',
    inWorld(async (world) => {
      await writeLog(world)
      expect(await page(world, { type: 'mandate.created' })).toEqual(['evt_5', 'evt_1', false])
      expect(await page(world, { resource_id: 'mdt_1' })).toEqual(['evt_3', 'evt_1', false])
      expect(await page(world, { resource_id: 'prs_7' })).toEqual(['evt_6', false])
      expect(await page(world, { stream: 'mdt_5' })).toEqual(['evt_6', 'evt_5', false])
      expect(await page(world, { stream: 'mdt_5', type: 'mandate.created' })).toEqual([
        'evt_5',
        false,
      ])
      expect(await page(world, { stream: 'mdt_5', limit: 1 })).toEqual(['evt_6', true])
    }),
  )

  test(
    'events are narrowed by time, from the first instant on and before the last',
    inWorld(async (world) => {
      const { store, tenant } = world
      const events = [1, 2, 3, 4].map((version) =>
        sampleEvent('mdt_1', {
          id: `evt_${version}`,
          version,
          type: 'mandate.created',
          at: at(version),
        }),
      )
      await store.decisions.commit([createMandate(tenant, '1', { events })])
      expect(await page(world, { created_from: at(2), created_until: at(4) })).toEqual([
        'evt_3',
        'evt_2',
        false,
      ])
      expect(await page(world, { created_from: at(3), stream: 'mdt_1' })).toEqual([
        'evt_4',
        'evt_3',
        false,
      ])
    }),
  )

  test(
    'an event comes with the payer as known now, and holds nothing of the payer itself',
    inWorld(async ({ store, tenant }) => {
      const created = createMandate(tenant, '1')
      await store.decisions.commit([created])
      const read = await store.resources.getEvent(tenant, 'evt_1')
      expect(read).toEqual({ event: created.events[0], private: { payer: PAYER } })
      for (const value of ['Asha', 'asha@', '+9198', '000123456789', 'member-0001']) {
        expect(JSON.stringify(read?.event).includes(value)).toBe(false)
      }
      await store.decisions.commit([followUp(created, { private: {} })])
      expect(await store.resources.getEvent(tenant, 'evt_1')).toEqual({
        event: created.events[0],
        private: {},
      })
      expect((await store.resources.listEvents({ tenant, limit: 5 })).items).toEqual([
        { event: created.events[0], private: {} },
      ])
    }),
  )
}

/** Two mandates: one created and activated with an internal event between, one with an event of its debit. */
async function writeLog({ store, tenant }: World): Promise<void> {
  const created = createMandate(tenant, '1')
  const other = createMandate(tenant, '5', {
    rows: [mandateRow('5'), presentationRow('5', '7')],
    events: [
      sampleEvent('mdt_5', { id: 'evt_5', version: 1, type: 'mandate.created' }),
      sampleEvent('mdt_5', {
        id: 'evt_6',
        version: 2,
        type: 'presentation.created',
        resource_kind: 'presentation',
        resource_id: 'prs_7',
      }),
    ],
  })
  const activation = followUp(created, {
    events: [
      sampleEvent('mdt_1', {
        id: 'evt_2',
        version: 2,
        type: 'mandate.link_opened',
        public: false,
        object: null,
      }),
      sampleEvent('mdt_1', { id: 'evt_3', version: 3, type: 'mandate.activated' }),
    ],
  })
  await store.decisions.commit([created])
  await store.decisions.commit([activation, other])
}

/** The ids of one page, and whether more follow. */
async function page(
  { store, tenant }: World,
  query: Partial<EventQuery>,
): Promise<(string | boolean)[]> {
  const { items, has_more } = await store.resources.listEvents({ tenant, limit: 10, ...query })
  return [...items.map(({ event }) => event.id), has_more]
}
