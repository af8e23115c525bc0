import { group } from '../case.ts'
import { rs } from '../given.ts'

/** What goes wrong between the bank and us with payments and refunds. */
export const moneyFaultCases = group('faults of payments and refunds', {
  'A payment that the bank refuses and then pays is corrected': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const { id } = await given.payment()
    await api.ok('sandbox.addFault', { body: { on: 'payment', fault: 'contradict' } })
    await api.ok('sandbox.approvePayment', { params: { id }, body: {} })
    await clock.advance('PT10S')
    expect((await given.paymentNow({ id })).status).toBe('failed')
    await clock.advance('PT90M')
    expect(await given.paymentNow({ id })).toMatchObject({
      status: 'succeeded',
      amount_collected: rs(300),
    })
  },

  'A payment whose provider times out is asked about, and collected once': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const { id } = await given.payment()
    await api.ok('sandbox.addFault', { body: { on: 'payment', fault: 'timeout_after_success' } })
    await api.ok('sandbox.approvePayment', { params: { id }, body: {} })
    await clock.advance('PT10S')
    expect(await given.paymentNow({ id })).toMatchObject({ status: 'pending', outcome: 'unknown' })
    await clock.advance('PT10M')
    expect(await given.paymentNow({ id })).toMatchObject({
      status: 'succeeded',
      outcome: null,
      amount_collected: rs(300),
    })
  },

  'A refund whose provider times out is asked about, and paid once': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const payment = await given.paid()
    await api.ok('sandbox.addFault', { body: { on: 'refund', fault: 'timeout_after_success' } })
    const refund = await given.refund(payment)
    await clock.advance('PT10S')
    expect(await given.refundNow(refund)).toMatchObject({ status: 'pending', outcome: 'unknown' })
    await clock.advance('PT10M')
    expect(await given.refundNow(refund)).toMatchObject({ status: 'succeeded', outcome: null })
    expect(await given.paymentNow(payment)).toMatchObject({ amount_refunded: rs(300) })
  },

  'A refund that the bank refuses and then pays is corrected': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const payment = await given.paid()
    await api.ok('sandbox.addFault', { body: { on: 'refund', fault: 'contradict' } })
    const refund = await given.refund(payment)
    await clock.advance('PT10S')
    expect((await given.refundNow(refund)).status).toBe('failed')
    await clock.advance('PT90M')
    expect((await given.refundNow(refund)).status).toBe('succeeded')
    expect(await given.paymentNow(payment)).toMatchObject({ amount_refunded: rs(300) })
  },

  'Answers to payments and refunds are late, and told twice, without moving money twice': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    for (const fault of ['delay', 'duplicate', 'reorder'] as const) {
      const { id } = await given.payment()
      await api.ok('sandbox.addFault', { body: { on: 'payment', fault } })
      await api.ok('sandbox.approvePayment', { params: { id }, body: {} })
      await clock.advance('PT15M')
      const payment = await given.paymentNow({ id })
      expect(payment, fault).toMatchObject({ status: 'succeeded', amount_collected: rs(300) })
      await api.ok('sandbox.addFault', { body: { on: 'refund', fault } })
      const refund = await given.refund(payment)
      await clock.advance('PT15M')
      expect((await given.refundNow(refund)).status, fault).toBe('succeeded')
      expect(await given.paymentNow({ id })).toMatchObject({ amount_refunded: rs(300) })
    }
  },
})
