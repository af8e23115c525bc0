import type { BatchOrder, BatchRow, BatchRowQuery } from '@upi-autopay/engine'
import { isoDate } from '@upi-autopay/rail'
import type { Runner } from './runner.ts'
import { at, createMandate, mandateRow, presentationRow } from './samples.ts'
import type { InWorld, World } from './world.ts'

/** The rows of batches: kept in the order of their lines, read with what they made. */
export function defineBatchCases({ test, expect }: Runner, inWorld: InWorld): void {
  test(
    'rows are read page by page in the order of their lines, whatever the order they came in',
    inWorld(async (world) => {
      await add(world, [row(5), row(3)])
      await add(world, [row(1), row(4), row(2)])
      expect(await lines(world, { limit: 2 })).toEqual([1, 2, true])
      expect(await lines(world, { limit: 2, after_line: 2 })).toEqual([3, 4, true])
      expect(await lines(world, { limit: 2, after_line: 4 })).toEqual([5, false])
      expect(await lines(world, { batch_id: 'bat_2' })).toEqual([false])
    }),
  )

  test(
    'a row is read as it was kept',
    inWorld(async (world) => {
      const refused = row(2, {
        status: 'refused',
        order: null,
        reference_id: null,
        errors: [{ code: 'invalid_request', field: 'amount', message: 'is required' }],
      })
      await add(world, [row(1), refused])
      expect((await read(world)).rows).toEqual([
        { ...row(1), became: null },
        { ...refused, became: null },
      ])
    }),
  )

  test(
    'a line that is sent again stays as it is',
    inWorld(async (world) => {
      await add(world, [row(1)])
      await add(world, [row(1, { reference_id: 'another' }), row(2)])
      expect((await read(world)).rows.map(({ reference_id }) => reference_id)).toEqual([
        'row-1',
        'row-2',
      ])
    }),
  )

  test(
    'rows are found by their status, and those that ask for something apart',
    inWorld(async (world) => {
      await add(world, [
        row(1, { status: 'refused', order: null }),
        row(2),
        row(3, { status: 'refused' }),
        row(4),
      ])
      expect(await lines(world, { status: 'refused' })).toEqual([1, 3, false])
      expect(await lines(world, { ordered: true })).toEqual([2, 3, 4, false])
      expect(await lines(world, { ordered: true, status: 'refused' })).toEqual([3, false])
    }),
  )

  test(
    'what became of a row is written over what it was, and shows the debit as it stands',
    inWorld(async (world) => {
      const { store, tenant } = world
      await add(world, [row(1), row(2), row(3)])
      const data = { amount: 30_000, due_at: at(5) }
      await store.decisions.commit([
        createMandate(tenant, '1', {
          rows: [mandateRow('1'), presentationRow('1', '5', { data })],
        }),
      ])
      const end = { line: 2, status: 'planned', errors: [], notification_id: 'pdn_5' } as const
      await store.batches.record(tenant, 'bat_1', [{ ...end, presentation_id: 'prs_5' }])
      expect((await read(world)).rows[1]).toEqual({
        ...row(2),
        ...end,
        presentation_id: 'prs_5',
        became: { status: 'scheduled', ...data, updated_at: at(0) },
      })
      expect(await store.batches.results(tenant, ['bat_2', 'bat_1'])).toEqual([
        [],
        [{ status: 'scheduled', count: 1, amount: 30_000 }],
      ])
    }),
  )

  test(
    'a cancelled batch loses the rows that were not handed over, and keeps the others',
    inWorld(async (world) => {
      await add(world, [row(1, { status: 'planned' }), row(2), row(3, { status: 'refused' })])
      await add(world, [row(1)], 'bat_2')
      expect(await world.store.batches.cancel(world.tenant, 'bat_1', 10)).toBe(1)
      expect(await world.store.batches.cancel(world.tenant, 'bat_1', 10)).toBe(0)
      const statuses = (await read(world)).rows.map(({ status }) => status)
      expect(statuses).toEqual(['planned', 'cancelled', 'refused'])
      expect(await lines(world, { batch_id: 'bat_2', status: 'accepted' })).toEqual([1, false])
    }),
  )

  test(
    'a batch is cancelled piece by piece, from its first lines on',
    inWorld(async (world) => {
      await add(world, [row(1), row(2, { status: 'planned' }), row(3), row(4)])
      expect(await world.store.batches.cancel(world.tenant, 'bat_1', 2)).toBe(2)
      expect(await lines(world, { status: 'cancelled' })).toEqual([1, 3, false])
      expect(await lines(world, { status: 'accepted' })).toEqual([4, false])
    }),
  )

  test(
    'rows belong to one merchant and mode, and go with a reset',
    inWorld(async (world) => {
      const { store, tenant, otherMode, stranger } = world
      await add(world, [row(1)])
      expect(await lines(world, { tenant: otherMode })).toEqual([false])
      expect(await lines(world, { tenant: stranger })).toEqual([false])
      expect(await store.batches.cancel(stranger, 'bat_1', 10)).toBe(0)
      expect(await lines(world, { status: 'accepted' })).toEqual([1, false])
      await store.accounts.reset(tenant)
      expect(await lines(world, {})).toEqual([false])
    }),
  )

  test(
    'many resources are found by their references at once; one that was given back is free',
    inWorld(async ({ store, tenant, stranger }) => {
      const [one, two] = [createMandate(tenant, '1'), createMandate(tenant, '2')]
      await store.decisions.commit([one, two])
      const found = (references: string[], whose = tenant) =>
        store.resources.byReferences(whose, 'mandate', references)
      const asked = ['reference-2', 'no such reference', 'reference-1']
      expect((await found(asked)).map(({ id }) => id).sort()).toEqual(['mdt_1', 'mdt_2'])
      expect(await found(asked, stranger)).toEqual([])
      expect(await found([])).toEqual([])
      const event = one.events[0]
      if (event === undefined) throw new Error('the sample has an event')
      await store.decisions.commit([
        {
          ...one,
          expected_version: 1,
          events: [{ ...event, id: 'evt_1b', version: 2 }],
          rows: [mandateRow('1', { reference_id: null })],
        },
      ])
      expect((await found(asked)).map(({ id }) => id)).toEqual(['mdt_2'])
      expect(await store.decisions.findReference(tenant, 'mandate', 'reference-1')).toBe(null)
    }),
  )
}

const ORDER: BatchOrder = {
  mandate_id: 'mdt_1',
  mandate_reference_id: null,
  amount: 30_000,
  debit_date: isoDate('2026-06-03'),
  debit_at: null,
  reference_id: 'row',
  description: 'दैनिक ठेव',
  when: 'asap',
  present_at: null,
  retry: 'none',
  metadata: { branch: 'पुणे' },
  notification_id: 'pdn_1',
  presentation_id: 'prs_1',
}

function row(line: number, more: Partial<BatchRow> = {}): BatchRow {
  return {
    line,
    status: 'accepted',
    reference_id: `row-${line}`,
    order: ORDER,
    errors: [],
    notification_id: null,
    presentation_id: null,
    ...more,
  }
}

function add({ store, tenant }: World, rows: readonly BatchRow[], batch_id = 'bat_1') {
  return store.batches.add(tenant, batch_id, rows)
}

function read({ store, tenant }: World, query: Partial<BatchRowQuery> = {}) {
  return store.batches.list({ tenant, batch_id: 'bat_1', after_line: 0, limit: 10, ...query })
}

async function lines(world: World, query: Partial<BatchRowQuery>): Promise<(number | boolean)[]> {
  const { rows, has_more } = await read(world, query)
  return [...rows.map(({ line }) => line), has_more]
}
