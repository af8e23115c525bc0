import type { ResourceQuery, Unit } from '@upi-autopay/engine'
import type { Runner } from './runner.ts'
import { at, createMandate, followUp, mandateRow, PAYER, presentationRow } from './samples.ts'
import type { InWorld, World } from './world.ts'

/** Reading resources one by one and in lists. */
export function defineResourceCases({ test, expect }: Runner, inWorld: InWorld): void {
  test(
    'a resource is read with its payer, and only under its own kind',
    inWorld(async ({ store, tenant }) => {
      await store.decisions.commit([createMandate(tenant, '1')])
      expect(await store.resources.get({ tenant, kind: 'mandate', id: 'mdt_1' })).toEqual({
        row: mandateRow('1'),
        private: { payer: PAYER },
      })
      expect(await store.resources.get({ tenant, kind: 'notification', id: 'mdt_1' })).toBe(null)
      expect(await store.resources.get({ tenant, kind: 'mandate', id: 'mdt_2' })).toBe(null)
    }),
  )

  test(
    'a list shows the newest first and says whether there are more',
    inWorld(async (world) => {
      await write(world, ['1', '3', '2'])
      expect(await page(world, { limit: 2 })).toEqual(['mdt_3', 'mdt_2', true])
      expect(await page(world, { limit: 3 })).toEqual(['mdt_3', 'mdt_2', 'mdt_1', false])
      expect(await page(world, { kind: 'presentation' })).toEqual([false])
    }),
  )

  test(
    'pages follow each other both ways, also when resources are created meanwhile',
    inWorld(async (world) => {
      await write(world, ['1', '2', '3', '4', '5'])
      expect(await page(world, { limit: 2 })).toEqual(['mdt_5', 'mdt_4', true])
      await write(world, ['6'])
      expect(await page(world, { limit: 2, after: 'mdt_4' })).toEqual(['mdt_3', 'mdt_2', true])
      expect(await page(world, { limit: 2, after: 'mdt_2' })).toEqual(['mdt_1', false])
      expect(await page(world, { limit: 2, before: 'mdt_1' })).toEqual(['mdt_3', 'mdt_2', true])
      expect(await page(world, { limit: 2, before: 'mdt_4' })).toEqual(['mdt_6', 'mdt_5', false])
      expect(await page(world, { limit: 2, before: 'mdt_6' })).toEqual([false])
      expect(await page(world, { limit: 5, before: 'mdt_2', after: 'mdt_5' })).toEqual([
        'mdt_4',
        'mdt_3',
        false,
      ])
    }),
  )

  test(
    'a list is narrowed by status, reference and time',
    inWorld(async (world) => {
      const { store, tenant } = world
      await store.decisions.commit(
        ['1', '2', '3', '4'].map((name, index) =>
          createMandate(tenant, name, {
            rows: [
              mandateRow(name, {
                status: index % 2 === 0 ? 'pending' : 'active',
                created_at: at(index),
              }),
            ],
          }),
        ),
      )
      expect(await page(world, { status: 'active' })).toEqual(['mdt_4', 'mdt_2', false])
      expect(await page(world, { status: 'active', limit: 1 })).toEqual(['mdt_4', true])
      expect(await page(world, { reference_id: 'reference-3' })).toEqual(['mdt_3', false])
      expect(await page(world, { reference_id: 'reference-3', status: 'active' })).toEqual([false])
      expect(await page(world, { created_from: at(1), created_until: at(3) })).toEqual([
        'mdt_3',
        'mdt_2',
        false,
      ])
      expect(await page(world, { status: 'pending', created_from: at(1) })).toEqual([
        'mdt_3',
        false,
      ])
    }),
  )

  test(
    'debits are found by mandate and by notification',
    inWorld(async (world) => {
      const { store, tenant } = world
      const rows = (mandate: string, ...names: string[]) =>
        names.map((name) => presentationRow(mandate, name, { notification_id: `pdn_${name}` }))
      await store.decisions.commit([
        createMandate(tenant, '1', { rows: [mandateRow('1'), ...rows('1', '5', '7')] }),
        createMandate(tenant, '2', { rows: [mandateRow('2'), ...rows('2', '6')] }),
      ])
      const kind = 'presentation'
      expect(await page(world, { kind })).toEqual(['prs_7', 'prs_6', 'prs_5', false])
      expect(await page(world, { kind, mandate_id: 'mdt_1' })).toEqual(['prs_7', 'prs_5', false])
      expect(await page(world, { kind, mandate_id: 'mdt_1', after: 'prs_7' })).toEqual([
        'prs_5',
        false,
      ])
      expect(await page(world, { kind, notification_id: 'pdn_6' })).toEqual(['prs_6', false])
      expect(await page(world, { kind, notification_id: 'pdn_6', mandate_id: 'mdt_1' })).toEqual([
        false,
      ])
      expect(await page(world, { kind, mandate_id: 'mdt_9' })).toEqual([false])
    }),
  )

  test(
    'resources are found by their links, also by those that came later',
    inWorld(async (world) => {
      const { store, tenant } = world
      const kind = 'presentation'
      const rows = ['5', '6'].map((name) => presentationRow('1', name, { links: ['bat_1'] }))
      const created = createMandate(tenant, '1', {
        rows: [mandateRow('1'), ...rows, presentationRow('1', '7')],
      })
      await store.decisions.commit([created])
      expect(await page(world, { kind, link: 'bat_1' })).toEqual(['prs_6', 'prs_5', false])
      expect(await page(world, { kind, link: 'bat_1', after: 'prs_6' })).toEqual(['prs_5', false])
      expect(await page(world, { kind: 'mandate', link: 'bat_1' })).toEqual([false])
      const told = { links: ['bat_1', '000000000042'], revision: 2, status: 'succeeded' }
      await store.decisions.commit([followUp(created, { rows: [presentationRow('1', '5', told)] })])
      expect(await page(world, { kind, link: '000000000042' })).toEqual(['prs_5', false])
      expect(await page(world, { kind, link: 'bat_1' })).toEqual(['prs_6', 'prs_5', false])
      expect(await page(world, { kind, link: 'bat_1', status: 'succeeded' })).toEqual([
        'prs_5',
        false,
      ])
    }),
  )

  test(
    'resources are found by their payer as the payer is known now',
    inWorld(async (world) => {
      const { store, tenant } = world
      const created = createMandate(tenant, '1', {
        rows: [mandateRow('1'), presentationRow('1', '5')],
      })
      const ravi = { ...PAYER, vpa: 'ravi@okbank', reference_id: 'member-0002' }
      await store.decisions.commit([
        created,
        createMandate(tenant, '2', { private: { payer: ravi } }),
      ])
      expect(await page(world, { payer_vpa: 'asha@okbank' })).toEqual(['mdt_1', false])
      expect(await page(world, { payer_reference_id: 'member-0002' })).toEqual(['mdt_2', false])
      expect(
        await page(world, { payer_vpa: 'asha@okbank', payer_reference_id: 'member-0002' }),
      ).toEqual([false])
      expect(await page(world, { kind: 'presentation', payer_vpa: 'asha@okbank' })).toEqual([
        'prs_5',
        false,
      ])
      await store.decisions.commit([
        followUp(created, { private: { payer: { ...PAYER, vpa: 'asha@newbank' } } }),
      ])
      expect(await page(world, { payer_vpa: 'asha@okbank' })).toEqual([false])
      expect(await page(world, { payer_vpa: 'asha@newbank', status: 'pending' })).toEqual([
        'mdt_1',
        false,
      ])
    }),
  )

  test(
    'a changed resource keeps its place in the list',
    inWorld(async (world) => {
      const [first] = await write(world, ['1', '2'])
      if (first !== undefined) {
        await world.store.decisions.commit([
          followUp(first, {
            rows: [mandateRow('1', { status: 'active', revision: 2, updated_at: at(5) })],
          }),
        ])
      }
      expect(await page(world, {})).toEqual(['mdt_2', 'mdt_1', false])
      expect(
        (await world.store.resources.get({ tenant: world.tenant, kind: 'mandate', id: 'mdt_1' }))
          ?.row,
      ).toEqual(mandateRow('1', { status: 'active', revision: 2, updated_at: at(5) }))
    }),
  )
}

async function write({ store, tenant }: World, names: readonly string[]): Promise<Unit[]> {
  const units = names.map((name) => createMandate(tenant, name))
  await store.decisions.commit(units)
  return units
}

/** The ids of one page, and whether more follow. */
async function page(
  { store, tenant }: World,
  query: Partial<ResourceQuery>,
): Promise<(string | boolean)[]> {
  const { items, has_more } = await store.resources.list({
    tenant,
    kind: 'mandate',
    limit: 10,
    ...query,
  })
  return [...items.map(({ row }) => row.id), has_more]
}
