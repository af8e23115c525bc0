import { group } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

/** What each magic payer makes of a payment once it is paid: its status, and the bank's code where there is one. */
const MAGIC: Readonly<Record<string, readonly [status: string, code: string | null]>> = {
  'insufficient_funds@sim': ['failed', 'Z9'],
  'insufficient_funds_once@sim': ['failed', 'Z9'],
  'wrong_pin@sim': ['failed', 'ZM'],
  'pin_tries_exceeded@sim': ['failed', 'Z6'],
  'limit_exceeded@sim': ['failed', 'Z8'],
  'account_frozen@sim': ['failed', 'YE'],
  'revoked_by_payer@sim': ['failed', 'VA'],
  'bank_offline@sim': ['failed', 'U28'],
  'risk_declined@sim': ['failed', 'U16'],
  'asha@sim': ['succeeded', null],
}

const COLLECT = { flow: 'collect', mcc: '6211' }

/** What goes wrong with payments and refunds, and what magic payers make of them. */
export const paymentFaultCases = group('faults of payments and refunds', {
  'A payment by a magic payer ends as the address says': async ({ api, given, clock, expect }) => {
    const asked: [string, string][] = []
    for (const vpa of Object.keys(MAGIC)) {
      const { id } = await given.payment()
      await api.ok('sandbox.approvePayment', { params: { id }, body: { vpa } })
      asked.push([vpa, id])
    }
    await clock.advance('PT10S')
    for (const [vpa, id] of asked) {
      const { status, failure } = await given.paymentNow({ id })
      expect([status, failure?.npci_code ?? null], vpa).toEqual(MAGIC[vpa])
    }
  },

  'A collect request to an address that names an outcome is answered without the payer': async ({
    given,
    clock,
    expect,
  }) => {
    const named = await given.payment({ ...COLLECT, payer: { vpa: 'account_frozen@sim' } })
    const other = await given.payment({ ...COLLECT, payer: { vpa: 'asha@sim' } })
    await clock.advance('PT10S')
    expect((await given.paymentNow(named)).failure?.npci_code).toBe('YE')
    expect((await given.paymentNow(other)).status).toBe('pending')
  },

  'A slow bank answers after ten minutes, and the payment does not expire meanwhile': async ({
    given,
    clock,
    expect,
  }) => {
    const payment = await given.payment({
      ...COLLECT,
      payer: { vpa: 'slow@sim' },
      expires_in: 'PT1M',
    })
    await clock.advance('PT9M59S')
    expect((await given.paymentNow(payment)).status).toBe('pending')
    await clock.advance('PT1S')
    expect((await given.paymentNow(payment)).status).toBe('succeeded')
  },

  'An unknown outcome is found out by the first question': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const ends = {
      'unknown_then_success@sim': 'succeeded',
      'unknown_then_failure@sim': 'failed',
      'unknown_forever@sim': 'pending',
    }
    for (const [vpa, status] of Object.entries(ends)) {
      const { id } = await given.payment()
      await api.ok('sandbox.approvePayment', { params: { id }, body: { vpa } })
      await clock.advance('PT10S')
      expect((await given.paymentNow({ id })).outcome, vpa).toBe('unknown')
      await clock.advance('PT90S')
      expect((await given.paymentNow({ id })).status, vpa).toBe(status)
    }
  },

  'A payment that the bank refuses and then confirms is corrected, and settles': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    await api.ok('sandbox.addFault', { body: { on: 'payment', fault: 'contradict' } })
    const { id } = await given.payment()
    await api.ok('sandbox.approvePayment', { params: { id }, body: {} })
    await clock.advance('PT10S')
    expect((await given.paymentNow({ id })).status).toBe('failed')
    await clock.advance('PT90M')
    expect(await given.paymentNow({ id })).toMatchObject({
      status: 'succeeded',
      failure: null,
      amount_collected: rs(300),
      amount_refundable: rs(300),
    })
    expect((await api.ok('balance.get')).collected).toBe(rs(300))
  },

  'A payment that is confirmed twice is collected once': async ({ api, given, clock, expect }) => {
    await api.ok('sandbox.addFault', { body: { on: 'payment', fault: 'duplicate' } })
    await given.paid()
    await clock.advance('PT10S')
    expect((await api.ok('balance.get')).collected).toBe(rs(300))
  },

  'A refund whose answer is lost is asked about, not sent again': async ({
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
    expect((await given.paymentNow(payment)).amount_refundable).toBe(0)
    await clock.advance('PT90S')
    expect(await given.refundNow(refund)).toMatchObject({
      status: 'succeeded',
      outcome: null,
      completed_at: ist('2030-01-07 08:01:50'),
    })
    expect((await api.ok('balance.get')).refunded).toBe(rs(300))
  },

  'A refund that the bank refuses and then makes has gone back': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const debit = await given.collected()
    await api.ok('sandbox.addFault', { body: { on: 'refund', fault: 'contradict' } })
    const refund = await given.refund(debit)
    await clock.advance('PT10S')
    expect((await given.refundNow(refund)).status).toBe('failed')
    expect((await given.presentation(debit)).amount_refundable).toBe(rs(300))
    await clock.advance('PT90M')
    expect(await given.refundNow(refund)).toMatchObject({ status: 'succeeded', failure: null })
    expect(await given.presentation(debit)).toMatchObject({
      amount_refunded: rs(300),
      amount_refundable: 0,
    })
  },

  'Refunds and disputes leave the balance, and what is won returns': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const payment = await given.paid()
    await given.refund(payment, { amount: rs(100) })
    await clock.advance('PT10S')
    const { id } = await given.dispute(payment, { amount: rs(150) })
    expect(await api.ok('balance.get')).toMatchObject({
      collected: rs(300),
      refunded: rs(100),
      disputed: rs(150),
      unsettled: rs(50),
    })
    await api.ok('sandbox.winDispute', { params: { id } })
    expect(await api.ok('balance.get')).toMatchObject({ disputed: 0, unsettled: rs(200) })
  },

  'What a refund has spoken for is not reversed': async ({ api, given, clock, expect }) => {
    const debit = await given.collected()
    await given.refund(debit, { amount: rs(100) })
    const { id } = debit
    expect(await api.ok('sandbox.reversePresentation', { params: { id } })).toMatchObject({
      status: 'reversed',
      amount_reversed: rs(200),
      amount_refundable: 0,
    })
    await clock.advance('PT10S')
    expect((await given.presentation(debit)).amount_refunded).toBe(rs(100))
    expect(
      await api.refused('refunds.create', {
        body: { presentation_id: id, reference_id: given.reference() },
      }),
    ).toMatchObject({ status: 409, code: 'state_conflict' })
  },
})
