import { body, current, handIn, refusals, row, told } from '../batch-steps.ts'
import { group } from '../case.ts'
import { rs } from '../given.ts'

/** Batches in JSON: from the first row to the end of the last debit. */
export const batchCases = group('batches', {
  'A batch announces its debits, makes them, and completes when the last has ended': async (
    world,
  ) => {
    const { api, given, clock, expect } = world
    const one = await given.debitedOnce()
    const two = await given.debitedOnce({ reference_id: 'member-0002' })
    const batch = await handIn(world, [
      row({ mandate_id: one.id }),
      row({ mandate_reference_id: two.reference_id, reference_id: 'debit-2', amount: rs(250) }),
    ])
    expect(batch).toMatchObject({
      status: 'running',
      allowed_actions: ['cancel'],
      rows: { total: 2, accepted: 2, planned: 0 },
      amount: rs(550),
    })
    expect(await current(world, batch)).toMatchObject({
      status: 'running',
      rows: { total: 2, accepted: 0, planned: 2, refused: 0 },
      results: [{ status: 'scheduled', count: 2, amount: rs(550) }],
    })
    const rows = (await api.ok('batches.rows', { params: { id: batch.id } })).data
    expect(rows.map(({ line, status, result }) => [line, status, result])).toEqual([
      [1, 'planned', 'scheduled'],
      [2, 'planned', 'scheduled'],
    ])
    const debit = await given.presentation({ id: rows[1]?.presentation_id ?? '' })
    expect(debit).toMatchObject({
      mandate_id: two.id,
      notification_id: rows[1]?.notification_id,
      reference_id: 'debit-2',
      amount: rs(250),
      batch_id: batch.id,
    })
    const query = { batch_id: batch.id }
    expect((await api.ok('presentations.list', { query })).data.length).toBe(2)
    expect((await api.ok('notifications.list', { query })).data.length).toBe(2)
    await clock.advance('P2D')
    expect(await current(world, batch)).toMatchObject({
      status: 'completed',
      allowed_actions: [],
      results: [{ status: 'succeeded', count: 2, amount: rs(550) }],
    })
    expect(await told(world, batch)).toEqual([
      'batch.created validating',
      'batch.started running',
      'batch.completed completed',
    ])
  },

  'A batch whose debits end in different ways counts each': async (world) => {
    const { given, clock, expect } = world
    const [good, poor] = [await given.debitedOnce(), await given.debitedOnce()]
    const batch = await handIn(world, [
      row({ mandate_id: good.id }),
      row({ mandate_id: poor.id, reference_id: 'debit-2', amount: rs(150) }),
    ])
    await clock.to('2030-01-08 23:00')
    // The declined one may still be retried by hand until its day ends.
    expect(await current(world, batch)).toMatchObject({ status: 'running' })
    await clock.to('2030-01-09 01:00')
    expect(await current(world, batch)).toMatchObject({
      status: 'completed',
      results: [
        { status: 'failed', count: 1, amount: rs(150) },
        { status: 'succeeded', count: 1, amount: rs(300) },
      ],
    })
  },

  'A row that a rule refuses harms no other, and says which rule and field': async (world) => {
    const { api, given, expect } = world
    const mandate = await given.debitedOnce()
    const batch = await handIn(world, [
      row({ mandate_id: mandate.id, amount: rs(5000.01) }),
      row({ mandate_id: 'mdt_00000000000000000000000000', reference_id: 'debit-2' }),
      row({ mandate_reference_id: 'no-such-member', reference_id: 'debit-3' }),
      row({ mandate_id: mandate.id, reference_id: 'debit-4', debit_date: '2030-01-07' }),
      row({ mandate_id: mandate.id, reference_id: 'debit-5' }),
    ])
    expect(await current(world, batch)).toMatchObject({
      status: 'running',
      rows: { total: 5, accepted: 0, planned: 1, refused: 4 },
    })
    expect(await refusals(api, batch)).toEqual([
      [1, 'amount_outside_mandate', 'amount'],
      [2, 'not_found', 'mandate_id'],
      [3, 'not_found', 'mandate_reference_id'],
      [4, 'notice_outside_lead_window', 'debit_date'],
    ])
  },

  'A row without the form of a row is refused by itself': async (world) => {
    const { api, given, expect } = world
    const mandate = await given.debitedOnce()
    const batch = await handIn(world, [
      row({ mandate_id: mandate.id, amount: '300' }),
      row({ mandate_id: mandate.id, colour: 'red' }),
      row({}),
      row({ mandate_id: mandate.id, when: 'at' }),
      'a row',
      null,
      row({ mandate_id: mandate.id }),
    ])
    expect(batch).toMatchObject({ rows: { total: 7, accepted: 1, refused: 6 }, amount: rs(300) })
    expect(await refusals(api, batch)).toEqual([
      [1, 'invalid_request', 'amount'],
      [2, 'invalid_request', 'colour'],
      [3, 'invalid_request', 'mandate_id'],
      [4, 'invalid_request', 'present_at'],
      [5, 'invalid_request', null],
      [6, 'invalid_request', null],
    ])
    expect((await current(world, batch)).rows.planned).toBe(1)
  },

  'A batch of which no row is accepted completes at once': async (world) => {
    const batch = await handIn(world, [row({})])
    world.expect(await current(world, batch)).toMatchObject({
      status: 'completed',
      rows: { total: 1, refused: 1 },
      results: [],
    })
  },

  'The same batch again is refused and names the first': async (world) => {
    const { api, given, expect } = world
    const rows = [row({ mandate_id: (await given.debitedOnce()).id })]
    const batch = await handIn(world, rows)
    expect(await api.refused('batches.create', { body: body(rows) })).toMatchObject({
      status: 409,
      code: 'reference_id_taken',
      existing: { object: 'batch', id: batch.id },
    })
  },

  'The same rows in another batch change nothing and find the debits that are there': async (
    world,
  ) => {
    const { api, given, expect } = world
    const mandate = await given.debitedOnce()
    const first = await handIn(world, [row({ mandate_id: mandate.id })])
    const [made] = (await api.ok('batches.rows', { params: { id: first.id } })).data
    const again = await handIn(
      world,
      [row({ mandate_id: mandate.id }), row({ mandate_id: mandate.id, amount: rs(301) })],
      { reference_id: 'batch-0002' },
    )
    expect((await current(world, again)).rows).toMatchObject({ unchanged: 1, refused: 1 })
    const [found, refused] = (await api.ok('batches.rows', { params: { id: again.id } })).data
    expect(found).toMatchObject({
      status: 'unchanged',
      notification_id: made?.notification_id,
      presentation_id: made?.presentation_id,
    })
    expect(refused?.errors).toMatchObject([{ code: 'reference_id_taken', field: 'reference_id' }])
    expect((await current(world, again)).status).toBe('completed')
    const debits = await api.ok('presentations.list', { query: { mandate_id: mandate.id } })
    expect(debits.data.length).toBe(2)
  },

  'A row that stands twice in a batch is made once': async (world) => {
    const { given, expect } = world
    const mandate = await given.debitedOnce()
    const batch = await handIn(world, [
      row({ mandate_id: mandate.id }),
      row({ mandate_id: mandate.id }),
      row({ mandate_id: mandate.id, reference_id: 'debit-2' }),
    ])
    expect((await current(world, batch)).rows).toMatchObject({ planned: 2, unchanged: 1 })
  },

  'A debit made by hand is found by its reference, mandate, amount and day': async (world) => {
    const { api, given, expect } = world
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate), { reference_id: 'by-hand-1' })
    const batch = await handIn(world, [
      row({ mandate_id: mandate.id, reference_id: 'by-hand-1' }),
      row({ mandate_id: mandate.id, reference_id: 'by-hand-1', debit_date: '2030-01-09' }),
    ])
    const rows = (await api.ok('batches.rows', { params: { id: batch.id } })).data
    expect(rows.map(({ status, presentation_id }) => [status, presentation_id])).toEqual([
      ['unchanged', debit.id],
      ['refused', null],
    ])
  },

  'A batch of notifications makes notices alone': async (world) => {
    const { api, given, clock, expect } = world
    const mandate = await given.active()
    const rows = [
      row({ mandate_id: mandate.id, reference_id: 'notice-1' }),
      row({ mandate_id: mandate.id, reference_id: 'notice-2', amount: rs(550) }),
      row({ mandate_id: mandate.id, reference_id: 'notice-3', retry: 'auto' }),
    ]
    const batch = await handIn(world, rows, { kind: 'notifications' })
    expect(await refusals(api, batch)).toEqual([[3, 'invalid_request', 'retry']])
    expect((await current(world, batch)).results).toEqual([
      { status: 'pending', count: 2, amount: rs(850) },
    ])
    await clock.advance('PT10M')
    expect(await current(world, batch)).toMatchObject({
      status: 'completed',
      results: [
        { status: 'delivered', count: 1, amount: rs(300) },
        { status: 'failed', count: 1, amount: rs(550) },
      ],
    })
    const found = await api.ok('notifications.list', { query: { reference_id: 'notice-1' } })
    expect(found.data).toMatchObject([{ batch_id: batch.id, status: 'delivered' }])
    expect((await api.ok('presentations.list')).data).toEqual([])
  },

  'A batch with events as a summary tells of itself alone': async (world) => {
    const { api, given, clock, expect } = world
    const mandate = await given.debitedOnce()
    const before = (await api.ok('events.list', { query: { limit: 100 } })).data.length
    const batch = await handIn(world, [row({ mandate_id: mandate.id })], { events: 'summary' })
    await clock.advance('P2D')
    const all = (await api.ok('events.list', { query: { limit: 100 } })).data
    const since = all.slice(0, all.length - before)
    // The settlement of what was collected is news of its own.
    const news = since.filter(({ type }) => !type.startsWith('settlement.'))
    expect(news.map(({ type }) => type)).toEqual([
      'batch.completed',
      'batch.started',
      'batch.created',
    ])
    expect(news[0]?.data.object).toMatchObject({
      id: batch.id,
      rows: { planned: 1 },
      results: [{ status: 'succeeded', count: 1, amount: rs(300) }],
    })
  },

  'A cancelled batch keeps the debits that were planned': async (world) => {
    const { api, given, expect } = world
    const mandate = await given.debitedOnce()
    const batch = await handIn(world, [row({ mandate_id: mandate.id })])
    const cancelled = await api.ok('batches.cancel', { params: { id: batch.id } })
    expect(cancelled).toMatchObject({
      status: 'cancelled',
      allowed_actions: [],
      cancel_reason: 'merchant',
      rows: { planned: 1, cancelled: 0 },
    })
    expect(await current(world, batch)).toMatchObject({
      results: [{ status: 'scheduled', count: 1, amount: rs(300) }],
    })
    expect(await api.refused('batches.cancel', { params: { id: batch.id } })).toMatchObject({
      code: 'state_conflict',
    })
    expect(await told(world, batch)).toContain('batch.cancelled cancelled')
  },

  'A completed batch has nothing left to cancel': async (world) => {
    const batch = await handIn(world, [row({})])
    const refused = await world.api.refused('batches.cancel', { params: { id: batch.id } })
    world.expect(refused).toMatchObject({ status: 409, code: 'state_conflict' })
  },
})
