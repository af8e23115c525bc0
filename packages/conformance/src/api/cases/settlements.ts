import type { Balance, Settlement } from '@upi-autopay/contract'
import type { Api } from '../api.ts'
import { group, type World } from '../case.ts'
import { rs } from '../given.ts'

/** Collected money on its way to the merchant's bank account. */
export const settlementCases = group('settlements', {
  'T+0 goes with the next quarter of an hour, one settlement for all that was collected': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    await given.debitedOnce({ settlement: 't0' })
    await given.debitedOnce({ settlement: 't0' })
    expect((await api.ok('settlements.list')).data).toEqual([])
    await clock.to('2030-01-07 08:14:59.999')
    expect((await api.ok('settlements.list')).data).toEqual([])
    const { fired } = await clock.to('2030-01-07 08:15')
    const [formed, ...others] = (await api.ok('settlements.list')).data
    expect(others).toEqual([])
    expect(formed).toMatchObject({
      object: 'settlement',
      status: 'pending',
      speed: 't0',
      gross: rs(100),
      refunds: 0,
      reversals: 0,
      disputes: 0,
      disputes_won: 0,
      fees: 0,
      net: rs(100),
      count: 2,
      period: { from: '2030-01-07T02:30:10.000Z', until: '2030-01-07T02:30:20.000Z' },
      settle_date: '2030-01-07',
      created_at: '2030-01-07T02:45:00.000Z',
      utr: null,
      settled_at: null,
    })
    expect(fired).toEqual([
      { at: '2030-01-07T02:45:00.000Z', kind: 'settlement_run', resource_id: formed?.id },
    ])
  },

  'The bank makes the transfer ten seconds later and names it': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    await given.debitedOnce({ settlement: 't0' })
    await clock.to('2030-01-07 08:15:09.999')
    expect((await only(api)).status).toBe('pending')
    await clock.to('2030-01-07 08:15:10')
    const settled = await only(api)
    expect(settled).toMatchObject({ status: 'settled', settled_at: '2030-01-07T02:45:10.000Z' })
    expect(settled.utr).toMatch(/^[A-Z]{4}R[A-Z0-9]\d{16}$/)
    expect(await api.ok('settlements.get', { params: { id: settled.id } })).toEqual(settled)
    const types = (await api.ok('events.list', { query: { resource_id: settled.id } })).data
    expect(types.map(({ type }) => type)).toEqual(['settlement.settled', 'settlement.created'])
  },

  'A run that found nothing forms nothing, and what comes later goes with the next one': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    await given.debitedOnce({ settlement: 't0' })
    await clock.to('2030-01-07 08:20')
    await given.debitedOnce({ settlement: 't0' })
    await clock.to('2030-01-07 09:10')
    const made = (await api.ok('settlements.list')).data
    expect(made.map(({ created_at }) => created_at)).toEqual([
      '2030-01-07T03:00:00.000Z',
      '2030-01-07T02:45:00.000Z',
    ])
  },

  'T+1 goes at ten in the morning of the next bank business day': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    await given.debitedOnce({ settlement: 't1' })
    await clock.to('2030-01-08 09:59:59.999')
    expect((await api.ok('settlements.list')).data).toEqual([])
    await clock.to('2030-01-08 10:00')
    expect(await only(api)).toMatchObject({
      speed: 't1',
      net: rs(50),
      settle_date: '2030-01-08',
      created_at: '2030-01-08T04:30:00.000Z',
    })
  },

  'What T+1 collected on a Friday before a second Saturday comes on Monday': async (world) => {
    await settlesOn(world, { collected: '2030-01-11 09:00', settled: '2030-01-14' })
  },

  'A third Saturday is a working day of banks': async (world) => {
    await settlesOn(world, { collected: '2030-01-18 09:00', settled: '2030-01-19' })
  },

  'What T+1 collected on the eve of Republic Day, a fourth Saturday, comes on Monday': async (
    world,
  ) => {
    await settlesOn(world, { collected: '2030-01-25 09:00', settled: '2030-01-28' })
  },

  'On 26 January no bank works, whatever day of the week it is': async (world) => {
    await settlesOn(world, { collected: '2032-01-24 09:00', settled: '2032-01-27' })
  },

  'Each speed is settled for itself': async ({ api, given, clock, expect }) => {
    await given.debitedOnce({ settlement: 't0' })
    await given.debitedOnce({ settlement: 't1' })
    await clock.to('2030-01-08 10:00')
    const made = (await api.ok('settlements.list')).data
    expect(made.map(({ speed }) => speed)).toEqual(['t1', 't0'])
    const fast = await api.ok('settlements.list', { query: { speed: 't0' } })
    expect(fast.data.map(({ id }) => id)).toEqual([made[1]?.id])
  },

  'A run that two speeds share makes two settlements': async ({ api, given, clock, expect }) => {
    await given.debitedOnce({ settlement: 't1' })
    await clock.to('2030-01-08 09:50')
    await given.debitedOnce({ settlement: 't0', start_date: '2030-01-08', end_date: '2031-01-07' })
    await clock.to('2030-01-08 10:00')
    const made = (await api.ok('settlements.list')).data
    expect(made.map(({ speed }) => speed).sort()).toEqual(['t0', 't1'])
  },

  'Settlements are found by status and by the time of their run': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    await given.debitedOnce({ settlement: 't0' })
    await clock.to('2030-01-07 08:20')
    await given.debitedOnce({ settlement: 't0' })
    await clock.to('2030-01-07 08:30')
    const [second, first] = (await api.ok('settlements.list')).data
    const found = async (query: Readonly<Record<string, string>>) =>
      (await api.ok('settlements.list', { query })).data.map(({ id }) => id)
    expect(await found({ status: 'pending' })).toEqual([second?.id])
    expect(await found({ status: 'settled' })).toEqual([first?.id])
    expect(await found({ created_until: '2030-01-07T03:00:00Z' })).toEqual([first?.id])
    expect(await found({ created_from: '2030-01-07T03:00:00Z' })).toEqual([second?.id])
  },

  'Its items say what moved, and come to its net': async ({ api, given, clock, expect }) => {
    const one = await given.instant(await given.active({ settlement: 't0' }), { amount: rs(70) })
    await clock.advance('PT1S')
    const two = await given.instant(await given.active({ settlement: 't0' }), { amount: rs(30) })
    await clock.to('2030-01-07 08:15')
    const settlement = await only(api)
    const { id } = settlement
    const items = (await api.ok('settlements.items', { params: { id } })).data
    const [debit] = [await given.presentation(one)]
    expect(items.map((item) => item.transaction_id)).toEqual([two.id, one.id])
    expect(items[1]).toMatchObject({
      object: 'settlement_item',
      kind: 'collected',
      settlement_id: id,
      transaction_type: 'presentation',
      amount: rs(70),
      fee: 0,
      currency: 'INR',
      reference_id: one.reference_id,
      rrn: debit?.rrn,
      moved_at: '2030-01-07T02:30:10.000Z',
    })
    expect(sum(items.map(({ amount, fee }) => amount - fee))).toBe(settlement.net)
  },

  'Its items are read page by page, forward and back': async ({ api, given, clock, expect }) => {
    for (let count = 0; count < 5; count++) {
      await given.instant(await given.active({ settlement: 't0' }))
      if (count === 2) await clock.advance('PT1S')
    }
    await clock.to('2030-01-07 08:15')
    const { id } = await only(api)
    const read = (query: Readonly<Record<string, string | number>>) =>
      api.ok('settlements.items', { params: { id }, query })
    const all = (await read({})).data.map((item) => item.id)
    expect(all.length).toBe(5)
    const first = await read({ limit: 2 })
    const second = await read({ limit: 2, after: first.next_cursor ?? '' })
    const third = await read({ limit: 2, after: second.next_cursor ?? '' })
    expect([first, second, third].flatMap(({ data }) => data.map((item) => item.id))).toEqual(all)
    expect(third).toMatchObject({ has_more: false, next_cursor: null })
    const back = await read({ limit: 2, before: third.data[0]?.id ?? '' })
    expect(back.data).toEqual(second.data)
  },

  'At every moment what moved is what was settled and what was not': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const balance = async (): Promise<Balance> => {
      const books = await api.ok('balance.get')
      expect(books.collected - books.refunded - books.reversed - books.disputed - books.fees).toBe(
        books.settled_net + books.unsettled,
      )
      return books
    }
    expect(await balance()).toMatchObject({ collected: 0, settled_net: 0, unsettled: 0 })
    await given.debitedOnce({ settlement: 't0' })
    await given.debitedOnce({ settlement: 't1' })
    await given.instant(await given.active({ settlement: 't0' }), { amount: rs(160) })
    expect(await balance()).toMatchObject({
      as_of: '2030-01-07T02:30:20.000Z',
      collected: rs(100),
      settled_net: 0,
      unsettled: rs(100),
    })
    await clock.to('2030-01-07 08:15')
    expect(await balance()).toMatchObject({ settled_net: 0, unsettled: rs(100) })
    await clock.to('2030-01-07 08:15:10')
    expect(await balance()).toMatchObject({ settled_net: rs(50), unsettled: rs(50) })
    await clock.to('2030-01-08 10:00:10')
    expect(await balance()).toMatchObject({
      collected: rs(100),
      settled_net: rs(100),
      unsettled: 0,
    })
  },

  'Nothing of another merchant’s is settled, counted or shown': async ({
    api,
    given,
    clock,
    other,
    expect,
  }) => {
    await given.debitedOnce({ settlement: 't0' })
    await clock.to('2030-01-07 08:15')
    const { id } = await only(api)
    const stranger = await other()
    await stranger.clock.to('2030-01-07 08:30')
    expect((await stranger.api.ok('settlements.list')).data).toEqual([])
    expect(await stranger.api.ok('balance.get')).toMatchObject({ collected: 0, unsettled: 0 })
    for (const operation of [
      'settlements.get',
      'settlements.items',
      'settlements.itemsCsv',
    ] as const)
      expect(await stranger.api.refused(operation, { params: { id } })).toMatchObject({
        status: 404,
        code: 'not_found',
        detail: `There is no settlement ${id}.`,
      })
  },

  'A reset empties the books': async ({ api, given, clock, expect, unrecorded }) => {
    await given.debitedOnce({ settlement: 't0' })
    await clock.to('2030-01-07 08:15')
    await given.debitedOnce({ settlement: 't0' })
    await api.ok('sandbox.reset')
    // A reset puts each service's clock back to its own start, by which the books are dated.
    const books = await unrecorded(() => api.ok('balance.get'))
    expect(books).toMatchObject({ collected: 0, unsettled: 0 })
    expect((await api.ok('settlements.list')).data).toEqual([])
  },
})

/** The one settlement that there is. */
async function only(api: Api): Promise<Settlement> {
  const [one, ...others] = (await api.ok('settlements.list')).data
  if (one === undefined || others.length > 0)
    throw new Error(`there are ${others.length + (one === undefined ? 0 : 1)} settlements`)
  return one
}

/** A debit collected on one day with T+1 is settled at ten on the other. */
async function settlesOn(
  { api, given, clock, expect }: World,
  { collected, settled }: { readonly collected: string; readonly settled: string },
): Promise<void> {
  await clock.to(collected)
  const start_date = collected.slice(0, 10)
  await given.debitedOnce({ settlement: 't1', start_date, end_date: '2032-12-31' })
  await clock.to(`${settled} 09:59:59.999`)
  expect((await api.ok('settlements.list')).data).toEqual([])
  await clock.to(`${settled} 10:00`)
  expect(await only(api)).toMatchObject({ settle_date: settled, net: rs(50) })
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((one, two) => one + two, 0)
}
