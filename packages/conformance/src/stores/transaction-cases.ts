import type { ResourceRow, TransactionQuery } from '@upi-autopay/engine'
import { book, movement, settle } from './movement-samples.ts'
import type { Runner } from './runner.ts'
import { at, createMandate, mandateRow, PAYER, presentationRow } from './samples.ts'
import type { InWorld, World } from './world.ts'

/** The money's history over all kinds that move money. */
export function defineTransactionCases({ test, expect }: Runner, inWorld: InWorld): void {
  test(
    'the history holds what moves money, newest first, and nothing else',
    inWorld(async (world) => {
      await write(world)
      expect(await page(world, {})).toEqual(['prs_5', 'prs_4', 'prs_3', 'prs_2', 'prs_1', false])
      expect(await page(world, { limit: 2 })).toEqual(['prs_5', 'prs_4', true])
      expect(await page(world, { limit: 2, after: 'prs_4' })).toEqual(['prs_3', 'prs_2', true])
      expect(await page(world, { limit: 2, after: 'prs_2' })).toEqual(['prs_1', false])
      expect(await page(world, { limit: 2, before: 'prs_1' })).toEqual(['prs_3', 'prs_2', true])
      expect(await page(world, { limit: 9, before: 'prs_3' })).toEqual(['prs_5', 'prs_4', false])
      expect(await page(world, { limit: 9, before: 'prs_2', after: 'prs_5' })).toEqual([
        'prs_4',
        'prs_3',
        false,
      ])
      const { store, tenant } = world
      expect(await store.transactions.get(tenant, 'mdt_1')).toBe(null)
      expect((await store.transactions.get(tenant, 'prs_3'))?.row.id).toBe('prs_3')
    }),
  )

  test(
    'a cursor of any kind stands in the one order of all',
    inWorld(async (world) => {
      await write(world)
      expect(await page(world, { after: 'rfd_3' })).toEqual(['prs_2', 'prs_1', false])
      expect(await page(world, { before: 'rfd_3' })).toEqual(['prs_5', 'prs_4', false])
    }),
  )

  test(
    'it is narrowed by kind, status, reference, mandate, payer and time',
    inWorld(async (world) => {
      await write(world)
      expect(await page(world, { type: 'presentation', status: 'failed' })).toEqual([
        'prs_4',
        false,
      ])
      expect(await page(world, { reference_id: 'reference-2' })).toEqual(['prs_2', false])
      expect(await page(world, { reference_id: 'reference-1', type: 'presentation' })).toEqual([
        'prs_1',
        false,
      ])
      expect(await page(world, { mandate_id: 'mdt_b' })).toEqual(['prs_5', 'prs_4', false])
      expect(await page(world, { mandate_id: 'mdt_b', limit: 1 })).toEqual(['prs_5', true])
      expect(await page(world, { payer_vpa: 'ravi@okbank' })).toEqual(['prs_5', 'prs_4', false])
      expect(await page(world, { payer_reference_id: 'member-0001', limit: 1 })).toEqual([
        'prs_3',
        true,
      ])
      expect(await page(world, { created_from: at(2), created_until: at(4) })).toEqual([
        'prs_3',
        'prs_2',
        false,
      ])
    }),
  )

  test(
    'a search finds ids, references and links, each whole',
    inWorld(async (world) => {
      await write(world)
      expect(await page(world, { search: 'prs_3' })).toEqual(['prs_3', false])
      expect(await page(world, { search: 'reference-3' })).toEqual(['prs_3', false])
      expect(await page(world, { search: 'pdn_2' })).toEqual(['prs_2', false])
      expect(await page(world, { search: 'mdt_a' })).toEqual(['prs_3', 'prs_2', 'prs_1', false])
      expect(await page(world, { search: '412345678901' })).toEqual(['prs_5', false])
      expect(await page(world, { search: '41234567890' })).toEqual([false])
      expect(await page(world, { search: '412345678901', status: 'failed' })).toEqual([false])
    }),
  )

  test(
    'a transaction says what it moved and which settlements have it',
    inWorld(async (world) => {
      const { store, tenant } = world
      const both = [
        movement('1', { amount: 300, fee: 2, settle_at: at(100) }),
        movement('1', { id: 'prs_1:2:collected', amount: 300, at: at(1), settle_at: at(200) }),
        movement('1', { kind: 'reversed', amount: 100, at: at(2), settle_at: at(300) }),
      ]
      await book(world, both)
      await book(world, [movement('2', { amount: 50, settle_at: at(100) })])
      for (const [name, moment] of [
        ['a', 100],
        ['b', 200],
      ] as const) {
        const [due] = await store.settlements.due(tenant, at(moment))
        await store.decisions.commit([settle(tenant, name, due)])
      }
      const found = await store.transactions.get(tenant, 'prs_1')
      expect([found?.net, found?.fees, found?.settlement_ids]).toEqual([498, 2, ['stl_a', 'stl_b']])
      expect(await page(world, { settlement_id: 'stl_a' })).toEqual(['prs_2', 'prs_1', false])
      expect(await page(world, { settlement_id: 'stl_b' })).toEqual(['prs_1', false])
      expect(await page(world, { settlement_id: 'stl_a', reference_id: 'none' })).toEqual([false])
      expect(await page(world, { search: 'stl_b' })).toEqual(['prs_1', false])
    }),
  )

  test(
    'nobody else finds any of it',
    inWorld(async (world) => {
      await write(world)
      for (const tenant of [world.otherMode, world.stranger]) {
        const elsewhere = { ...world, tenant }
        expect(await page(elsewhere, {})).toEqual([false])
        for (const search of ['prs_3', 'reference-3', 'mdt_a', '412345678901'])
          expect(await page(elsewhere, { search })).toEqual([false])
        expect(await world.store.transactions.get(tenant, 'prs_3')).toBe(null)
      }
    }),
  )
}

/** Two mandates of two payers with five debits, made one after the other. */
async function write({ store, tenant }: World): Promise<void> {
  const debit = (mandate: string, name: string, more: Partial<ResourceRow> = {}) =>
    presentationRow(mandate, name, {
      created_at: at(Number(name)),
      notification_id: `pdn_${name}`,
      ...more,
    })
  const notice = mandateRow('a', {
    kind: 'notification',
    id: 'pdn_2',
    reference_id: null,
    mandate_id: 'mdt_a',
    notification_id: 'pdn_2',
  })
  const ravi = { ...PAYER, vpa: 'ravi@okbank', reference_id: 'member-0002' }
  await store.decisions.commit([
    createMandate(tenant, 'a', {
      rows: [mandateRow('a'), notice, debit('a', '1'), debit('a', '2'), debit('a', '3')],
    }),
    createMandate(tenant, 'b', {
      private: { payer: ravi },
      rows: [
        mandateRow('b'),
        debit('b', '4', { status: 'failed' }),
        debit('b', '5', { links: ['412345678901'] }),
      ],
    }),
  ])
}

/** The ids of one page, and whether more follow. */
async function page(
  { store, tenant }: World,
  query: Partial<TransactionQuery>,
): Promise<(string | boolean)[]> {
  const { items, has_more } = await store.transactions.list({ tenant, limit: 10, ...query })
  return [...items.map(({ row }) => row.id), has_more]
}
