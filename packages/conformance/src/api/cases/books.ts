import type { Transaction } from '@upi-autopay/contract'
import { group } from '../case.ts'
import { rs } from '../given.ts'
import { balanced, settlements, transactions } from './balanced.ts'

/** The books over everything that moves money: what came in, what went back, what of it was settled. */
export const bookCases = group('the books', {
  'What is refunded before its run leaves with the same settlement': async (world) => {
    const { api, given, clock, expect } = world
    const payment = await given.paid({ settlement: 't0' })
    const refund = await given.refund(payment, { amount: rs(120) })
    await clock.to('2030-01-07 08:15')
    const [settlement] = await settlements(api)
    expect(settlement).toMatchObject({ gross: rs(300), refunds: rs(120), net: rs(180), count: 2 })
    const { data } = await api.ok('settlements.items', { params: { id: settlement?.id ?? '' } })
    const done = await given.refundNow(refund)
    expect(data).toMatchObject([
      {
        kind: 'refunded',
        transaction_type: 'refund',
        transaction_id: refund.id,
        amount: -rs(120),
        reference_id: refund.reference_id,
        rrn: done.rrn,
      },
      { kind: 'collected', transaction_type: 'payment', transaction_id: payment.id },
    ])
    expect(await balanced(world)).toMatchObject({ collected: rs(300), refunded: rs(120) })
  },

  'A refund of settled money makes what is unsettled negative, and waits for the next collection':
    async (world) => {
      const { api, given, clock, expect } = world
      const payment = await given.paid({ settlement: 't0' })
      await clock.to('2030-01-07 08:16')
      await given.refund(payment)
      expect(await balanced(world)).toMatchObject({ settled_net: rs(300), unsettled: 0 })
      await clock.advance('PT10S')
      expect(await balanced(world)).toMatchObject({ settled_net: rs(300), unsettled: -rs(300) })
      await clock.to('2030-01-07 09:00')
      expect((await settlements(api)).length).toBe(1)
      expect(await balanced(world)).toMatchObject({ unsettled: -rs(300) })
      await given.paid({ settlement: 't0', amount: rs(200) })
      await clock.to('2030-01-07 09:16')
      expect((await settlements(api)).length).toBe(1)
      expect(await balanced(world)).toMatchObject({ unsettled: -rs(100) })
      await given.paid({ settlement: 't0', amount: rs(250) })
      await clock.to('2030-01-07 09:31')
      const [newest] = await settlements(api)
      expect(newest).toMatchObject({
        gross: rs(450),
        refunds: rs(300),
        net: rs(150),
        count: 3,
        status: 'settled',
      })
      expect(await balanced(world)).toMatchObject({ settled_net: rs(450), unsettled: 0 })
    },

  'A pending refund moves nothing, and a failed one never does': async (world) => {
    const { api, given, clock, expect } = world
    const payment = await given.paid({ settlement: 't0' })
    const { id } = await given.refund(payment)
    expect(await balanced(world)).toMatchObject({ refunded: 0, unsettled: rs(300) })
    await api.ok('sandbox.failRefund', { params: { id } })
    await clock.to('2030-01-07 08:16')
    expect(await balanced(world)).toMatchObject({ refunded: 0, settled_net: rs(300) })
    expect((await transactions(api)).find((one) => one.id === id)).toMatchObject({
      type: 'refund',
      status: 'failed',
      net: 0,
    })
  },

  'What a bank reverses leaves with the next settlement, and is a line of its own': async (
    world,
  ) => {
    const { api, given, clock, expect } = world
    const mandate = await given.debitedOnce({ settlement: 't0' })
    const [debit] = await transactions(api)
    await clock.to('2030-01-07 08:16')
    await api.ok('sandbox.reversePresentation', { params: { id: debit?.id ?? '' } })
    expect(await balanced(world)).toMatchObject({ reversed: rs(50), unsettled: -rs(50) })
    const [reversal, source] = await transactions(api)
    expect(reversal).toMatchObject({
      type: 'reversal',
      status: 'succeeded',
      amount: rs(50),
      net: -rs(50),
      mandate_id: mandate.id,
      presentation_id: debit?.id,
      settlement_ids: [],
    })
    expect(source).toMatchObject({ id: debit?.id, status: 'reversed', net: rs(50) })
    const params = { id: reversal?.id ?? '' }
    expect(await api.ok('transactions.get', { params })).toEqual(reversal)
    await given.paid({ settlement: 't0' })
    await clock.to('2030-01-07 08:31')
    const [newest] = await settlements(api)
    expect(newest).toMatchObject({ gross: rs(300), reversals: rs(50), net: rs(250) })
    expect((await api.ok('transactions.get', { params })).settlement_ids).toEqual([newest?.id])
    await balanced(world)
  },

  'A dispute takes its amount at opening, and gives it back when it is won': async (world) => {
    const { api, given, clock, expect } = world
    const payment = await given.paid({ settlement: 't0' })
    const { id } = await given.dispute(payment, { amount: rs(100) })
    expect(await balanced(world)).toMatchObject({ disputed: rs(100), unsettled: rs(200) })
    await clock.to('2030-01-07 08:16')
    const [first] = await settlements(api)
    expect(first).toMatchObject({ gross: rs(300), disputes: rs(100), net: rs(200) })
    await api.ok('sandbox.winDispute', { params: { id } })
    expect(await balanced(world)).toMatchObject({ disputed: 0, unsettled: rs(100) })
    await clock.to('2030-01-07 08:31')
    const [second] = await settlements(api)
    expect(second).toMatchObject({ gross: 0, disputes: 0, disputes_won: rs(100), net: rs(100) })
    expect(await api.ok('transactions.get', { params: { id } })).toMatchObject({
      type: 'dispute',
      status: 'won',
      payment_id: payment.id,
      net: 0,
      settlement_ids: [first?.id, second?.id],
    })
    expect(await balanced(world)).toMatchObject({ settled_net: rs(300), unsettled: 0 })
  },

  'A dispute that is lost has taken its amount for good': async (world) => {
    const { api, given, clock, expect } = world
    const payment = await given.paid({ settlement: 't0' })
    const { id } = await given.dispute(payment)
    await api.ok('disputes.accept', { params: { id } })
    await clock.to('2030-01-07 08:31')
    expect(await settlements(api)).toEqual([])
    expect(await balanced(world)).toMatchObject({ disputed: rs(300), unsettled: 0 })
  },

  'One cursor leads through debits, payments, refunds, reversals and disputes': async (world) => {
    const { api, given, expect } = world
    await given.debitedOnce({ settlement: 't0' })
    const [debit] = await transactions(api)
    const payment = await given.paid({ settlement: 't0' })
    const refund = await given.refund(payment, { amount: rs(10) })
    await api.ok('sandbox.reversePresentation', { params: { id: debit?.id ?? '' } })
    const dispute = await given.dispute(payment, { amount: rs(20) })
    const all = await transactions(api)
    expect(all.map(({ type }) => type)).toEqual([
      'dispute',
      'reversal',
      'refund',
      'payment',
      'presentation',
    ])
    const walked: Transaction[] = []
    let after: string | null = null
    do {
      const page: { data: Transaction[]; next_cursor: string | null } = await api.ok(
        'transactions.list',
        { query: { limit: 2, ...(after !== null && { after }) } },
      )
      walked.push(...page.data)
      after = page.next_cursor
    } while (after !== null)
    expect(walked).toEqual(all)
    const back = await api.ok('transactions.list', { query: { limit: 2, before: refund.id } })
    expect(back.data.map(({ id }) => id)).toEqual([dispute.id, all[1]?.id])
    const of = await api.ok('transactions.list', { query: { search: payment.id } })
    expect(of.data.map(({ id }) => id)).toEqual([dispute.id, refund.id, payment.id])
    const refunds = await api.ok('transactions.list', { query: { type: 'refund' } })
    expect(refunds.data.map(({ id }) => id)).toEqual([refund.id])
  },

  'A refund is found by its own reference and RRN, and says what it gives back': async (world) => {
    const { api, given, clock, expect } = world
    const payment = await given.paid()
    const refund = await given.refund(payment, { amount: rs(10) })
    await clock.advance('PT10S')
    const { rrn } = await given.refundNow(refund)
    for (const search of [refund.reference_id, rrn ?? '', refund.id]) {
      const { data } = await api.ok('transactions.list', { query: { search } })
      expect(data).toMatchObject([
        { id: refund.id, payment_id: payment.id, presentation_id: null, net: -rs(10) },
      ])
    }
  },
})
