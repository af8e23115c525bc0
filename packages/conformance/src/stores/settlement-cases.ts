import { type DueMovements, netOf } from '@upi-autopay/engine'
import { book, movement, settle } from './movement-samples.ts'
import type { Runner } from './runner.ts'
import { at, followUp } from './samples.ts'
import type { InWorld, World } from './world.ts'

const WRITTEN = { ok: true }
const BUSY = { ok: false, conflict: 'busy' }

/** The books: what is due to be settled, what settlements hold, what all of it comes to. */
export function defineSettlementCases({ test, expect }: Runner, inWorld: InWorld): void {
  test(
    'what moved is due when its run is, each speed for itself',
    inWorld(async (world) => {
      const { store, tenant } = world
      await book(world, [
        movement('1', { amount: 300, at: at(10), settle_at: at(100) }),
        movement('2', { amount: 200, at: at(20), settle_at: at(100), fee: 5 }),
        movement('3', { amount: 100, at: at(30), settle_at: at(200) }),
        movement('4', { amount: 50, at: at(40), settle_at: at(150), speed: 't1' }),
      ])
      expect(await store.settlements.nextDueAt(tenant)).toBe(at(100))
      expect(await store.settlements.due(tenant, at(99))).toEqual([])
      expect(await store.settlements.due(tenant, at(150))).toEqual([
        run('t0', { collected: 500, fees: 5, count: 2 }, { until: 150, first: 10, last: 20 }),
        run('t1', { collected: 50, count: 1 }, { until: 150, first: 40, last: 40 }),
      ])
    }),
  )

  test(
    'a settlement takes what it was counted from, and nothing takes it again',
    inWorld(async (world) => {
      const { store, tenant } = world
      await book(world, [
        movement('1', { amount: 300, settle_at: at(100) }),
        movement('2', { amount: 100, settle_at: at(100), kind: 'refunded' }),
        movement('3', { amount: 70, settle_at: at(200) }),
      ])
      const [due] = await store.settlements.due(tenant, at(100))
      expect(await store.decisions.commit([settle(tenant, 'a', due)])).toEqual([WRITTEN])
      expect(await itemIds(world, 'a')).toEqual(['prs_2:1:refunded', 'prs_1:1:collected'])
      expect(await store.settlements.due(tenant, at(100))).toEqual([])
      expect(await store.settlements.nextDueAt(tenant)).toBe(at(200))
      expect(await store.decisions.commit([settle(tenant, 'b', due)])).toEqual([BUSY])
      expect(await itemIds(world, 'b')).toEqual([])
    }),
  )

  test(
    'a settlement that would hold something else than it was counted from is not written at all',
    inWorld(async (world) => {
      const { store, tenant } = world
      await book(world, [movement('1', { amount: 300, settle_at: at(100) })])
      const [due] = await store.settlements.due(tenant, at(100))
      await book(world, [movement('2', { amount: 20, settle_at: at(100) })])
      expect(await store.decisions.commit([settle(tenant, 'a', due)])).toEqual([BUSY])
      const ref = { tenant, kind: 'settlement', id: 'stl_a' } as const
      expect(await store.resources.get(ref)).toBe(null)
      const [again] = await store.settlements.due(tenant, at(100))
      expect(again?.sums.count).toBe(2)
      expect(await store.decisions.commit([settle(tenant, 'a', again)])).toEqual([WRITTEN])
    }),
  )

  test(
    'of two settlements of the same movements one is written, and both speeds stand side by side',
    inWorld(async (world) => {
      const { store, tenant } = world
      await book(world, [
        movement('1', { settle_at: at(100) }),
        movement('2', { settle_at: at(100), speed: 't1' }),
      ])
      const [fast, slow] = await store.settlements.due(tenant, at(100))
      const units = [
        settle(tenant, 'a', fast),
        settle(tenant, 'b', fast),
        settle(tenant, 'c', slow),
      ]
      const answers = await store.decisions.commit(units)
      expect(answers.filter(({ ok }) => ok).length).toBe(2)
      expect(answers[2]).toEqual(WRITTEN)
      expect(await itemIds(world, 'c')).toEqual(['prs_2:1:collected'])
    }),
  )

  test(
    'what a run leaves is due no more, and goes with the next one of its speed',
    inWorld(async (world) => {
      const { store, tenant } = world
      await book(world, [
        movement('1', { amount: 300, kind: 'refunded', at: at(5), settle_at: at(100) }),
        movement('2', { amount: 40, settle_at: at(100), speed: 't1' }),
      ])
      const [left] = await store.settlements.due(tenant, at(100))
      await store.settlements.leave(tenant, left as DueMovements)
      expect((await store.settlements.due(tenant, at(100))).map(({ speed }) => speed)).toEqual([
        't1',
      ])
      await book(world, [movement('3', { amount: 500, at: at(110), settle_at: at(200) })])
      const [next] = await store.settlements.due(tenant, at(200))
      expect(next).toEqual(
        run('t0', { collected: 500, refunded: 300, count: 2 }, { until: 200, first: 5, last: 110 }),
      )
      expect(await store.decisions.commit([settle(tenant, 'a', next)])).toEqual([WRITTEN])
      expect(await itemIds(world, 'a')).toEqual(['prs_3:1:collected', 'prs_1:1:refunded'])
    }),
  )

  test(
    'a run is not left when something came in since it was counted',
    inWorld(async (world) => {
      const { store, tenant } = world
      await book(world, [movement('1', { kind: 'refunded', settle_at: at(100) })])
      const [due] = await store.settlements.due(tenant, at(100))
      await book(world, [movement('2', { settle_at: at(100) })])
      await store.settlements.leave(tenant, due as DueMovements)
      expect(await store.settlements.nextDueAt(tenant)).toBe(at(100))
    }),
  )

  test(
    'a movement is booked once, however often it is told',
    inWorld(async (world) => {
      const { store, tenant } = world
      await book(world, [movement('1', { amount: 300, settle_at: at(100) })])
      await book(world, [movement('1', { amount: 999, settle_at: at(100) })])
      expect((await store.settlements.balance(tenant)).moved.collected).toBe(300)
    }),
  )

  test(
    'items come page by page, the newest first, and back',
    inWorld(async (world) => {
      const { store, tenant } = world
      await book(
        world,
        [3, 1, 2, 2, 5].map((moment, index) =>
          movement(String(index + 1), { at: at(moment), settle_at: at(100), rrn: `rrn-${index}` }),
        ),
      )
      const [due] = await store.settlements.due(tenant, at(100))
      await store.decisions.commit([settle(tenant, 'a', due)])
      const page = async (query: { limit: number; after?: string; before?: string }) => {
        const { items, has_more } = await store.settlements.items({
          tenant,
          settlement_id: 'stl_a',
          ...query,
        })
        return [...items.map((item) => item.row.id), has_more]
      }
      expect(await page({ limit: 10 })).toEqual([
        'prs_5',
        'prs_1',
        'prs_4',
        'prs_3',
        'prs_2',
        false,
      ])
      expect(await page({ limit: 2 })).toEqual(['prs_5', 'prs_1', true])
      const after = 'prs_1:1:collected'
      expect(await page({ limit: 2, after })).toEqual(['prs_4', 'prs_3', true])
      expect(await page({ limit: 3, after })).toEqual(['prs_4', 'prs_3', 'prs_2', false])
      const before = 'prs_3:1:collected'
      expect(await page({ limit: 2, before })).toEqual(['prs_1', 'prs_4', true])
      expect(await page({ limit: 9, before })).toEqual(['prs_5', 'prs_1', 'prs_4', false])
      expect(await page({ limit: 9, after, before })).toEqual(['prs_4', false])
      expect(await page({ limit: 9, after: 'prs_9:1:collected' })).toEqual([false])
      const { items } = await store.settlements.items({ tenant, settlement_id: 'stl_a', limit: 1 })
      const [newest] = items
      expect([newest?.movement.id, newest?.movement.rrn]).toEqual(['prs_5:1:collected', 'rrn-4'])
    }),
  )

  test(
    'at every moment what moved is what was settled and what was not',
    inWorld(async (world) => {
      const { store, tenant } = world
      const balanced = async () => {
        const { moved, settled_net, unsettled } = await store.settlements.balance(tenant)
        expect(netOf(moved)).toBe(settled_net + unsettled)
        return [moved.collected, settled_net, unsettled]
      }
      expect(await balanced()).toEqual([0, 0, 0])
      await book(world, [movement('1', { amount: 300, settle_at: at(100), fee: 3 })])
      expect(await balanced()).toEqual([300, 0, 297])
      const [due] = await store.settlements.due(tenant, at(100))
      const formed = settle(tenant, 'a', due)
      await store.decisions.commit([formed])
      expect(await balanced()).toEqual([300, 0, 297])
      const rows = formed.rows.map((row) => ({ ...row, status: 'settled', revision: 2 }))
      await store.decisions.commit([followUp(formed, { rows })])
      expect(await balanced()).toEqual([300, 297, 0])
      await book(world, [
        movement('2', { kind: 'refunded', amount: 100, settle_at: at(200) }),
        movement('3', { kind: 'disputed', amount: 50, settle_at: at(200) }),
        movement('4', { kind: 'dispute_won', amount: 20, settle_at: at(200) }),
        movement('5', { kind: 'reversed', amount: 7, settle_at: at(200), speed: 't1' }),
      ])
      expect(await balanced()).toEqual([300, 297, -137])
    }),
  )

  test(
    'a merchant has work when a run is due by its own clock, until it is made or left',
    inWorld(async (world) => {
      const { store, tenant } = world
      await book(world, [movement('1', { settle_at: at(1) })])
      expect(await store.work.tenantsWithWork(at(0), 10)).toEqual([])
      const clock = { mode: 'frozen', offset_ms: 0, frozen_at: at(1), start_at: null } as const
      await store.accounts.saveClock(tenant, clock, null, at(0))
      expect(await store.work.tenantsWithWork(at(0), 10)).toEqual([tenant])
      const [due] = await store.settlements.due(tenant, at(1))
      await store.decisions.commit([settle(tenant, 'a', due)])
      expect(await store.work.tenantsWithWork(at(0), 10)).toEqual([])
      await book(world, [movement('2', { kind: 'refunded', settle_at: at(1) })])
      expect(await store.work.tenantsWithWork(at(0), 10)).toEqual([tenant])
      const [left] = await store.settlements.due(tenant, at(1))
      await store.settlements.leave(tenant, left as DueMovements)
      expect(await store.work.tenantsWithWork(at(0), 10)).toEqual([])
    }),
  )

  test(
    'the books of one merchant and mode are nobody else’s, and a reset empties them',
    inWorld(async (world) => {
      const { store, tenant, otherMode, stranger } = world
      await book(world, [movement('1', { amount: 300, settle_at: at(100) })])
      await book({ ...world, tenant: stranger }, [movement('1', { amount: 8, settle_at: at(100) })])
      const [due] = await store.settlements.due(tenant, at(100))
      await store.decisions.commit([settle(tenant, 'a', due)])
      for (const other of [otherMode, stranger])
        expect(
          await store.settlements.items({ tenant: other, settlement_id: 'stl_a', limit: 9 }),
        ).toEqual({ items: [], has_more: false })
      expect((await store.settlements.balance(stranger)).unsettled).toBe(8)
      expect((await store.settlements.balance(otherMode)).unsettled).toBe(0)
      await store.accounts.reset(tenant)
      expect((await store.settlements.balance(tenant)).moved.count).toBe(0)
      expect(await itemIds(world, 'a')).toEqual([])
      expect((await store.settlements.balance(stranger)).unsettled).toBe(8)
    }),
  )
}

function run(
  speed: DueMovements['speed'],
  sums: Partial<DueMovements['sums']>,
  { until, first, last }: { readonly until: number; readonly first: number; readonly last: number },
): DueMovements {
  const nothing = { collected: 0, refunded: 0, reversed: 0, disputed: 0, dispute_won: 0, fees: 0 }
  return {
    speed,
    until: at(until),
    sums: { ...nothing, count: 0, ...sums },
    first_at: at(first),
    last_at: at(last),
  }
}

async function itemIds({ store, tenant }: World, name: string): Promise<string[]> {
  const settlement_id = `stl_${name}`
  const { items } = await store.settlements.items({ tenant, settlement_id, limit: 10 })
  return items.map((item) => item.movement.id)
}
