import { group } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

/** One-time payments: asking for them, and what payer and merchant do. */
export const paymentCases = group('payments', {
  'A payment asked for by intent waits for its payer, with a link and a page': async ({
    api,
    given,
    expect,
  }) => {
    const body = given.asks({ payer: { name: 'Asha Patil' } })
    const payment = await api.ok('payments.create', { body })
    expect(payment).toMatchObject({
      object: 'payment',
      status: 'pending',
      allowed_actions: ['cancel'],
      livemode: false,
      flow: 'intent',
      amount: rs(300),
      currency: 'INR',
      purpose: 'School fee, June',
      payer: { name: 'Asha Patil', vpa: null },
      payer_vpa: null,
      settlement: 't1',
      outcome: null,
      amount_collected: 0,
      amount_refundable: 0,
      expires_at: ist('2030-01-07 08:30'),
    })
    const { upi_link = '', hosted_url = '' } = payment.authorization ?? {}
    expect(upi_link.startsWith('upi://pay?')).toBe(true)
    const fields = new URLSearchParams(upi_link.slice(upi_link.indexOf('?')))
    expect([fields.get('am'), fields.get('cu'), fields.get('tn'), fields.get('mode')]).toEqual([
      '300.00',
      'INR',
      'School fee, June',
      '04',
    ])
    expect(hosted_url.endsWith(`/${payment.id}`)).toBe(true)
    expect(await given.paymentNow(payment)).toEqual(payment)
  },

  'A payment asked for by QR has a picture of its link': async ({ api, given, expect }) => {
    const { id, authorization } = await given.payment({ flow: 'qr' })
    expect(authorization?.upi_link).toContain('mode=01')
    expect(String(await api.ok('payments.qrSvg', { params: { id } }))).toContain('<svg')
    expect((await api.call('payments.qrPng', { params: { id } })).headers['content-type']).toBe(
      'image/png',
    )
  },

  'The payer pays, and ten seconds later the money is collected': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const { id } = await given.payment()
    await api.ok('sandbox.approvePayment', { params: { id }, body: { vpa: 'asha@ybl' } })
    await clock.advance('PT9S')
    expect((await given.paymentNow({ id })).status).toBe('pending')
    await clock.advance('PT1S')
    expect(await given.paymentNow({ id })).toMatchObject({
      status: 'succeeded',
      allowed_actions: ['refund'],
      payer_vpa: 'asha@ybl',
      succeeded_at: ist('2030-01-07 08:00:10'),
      amount_collected: rs(300),
      amount_refundable: rs(300),
      failure: null,
    })
    const { rrn } = await given.paymentNow({ id })
    expect(rrn ?? '').toMatch(/^\d{12}$/)
  },

  'A payer who declines fails the payment, ZA': async ({ api, given, clock, expect }) => {
    const { id } = await given.payment()
    await api.ok('sandbox.declinePayment', { params: { id } })
    await clock.advance('PT10S')
    expect(await given.paymentNow({ id })).toMatchObject({
      status: 'failed',
      allowed_actions: [],
      failure: { reason: 'payer_declined', npci_code: 'ZA' },
    })
  },

  'A payer who changes the answer before the bank has spoken is taken at the last word': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const { id } = await given.payment()
    await api.ok('sandbox.declinePayment', { params: { id } })
    await clock.advance('PT5S')
    await api.ok('sandbox.approvePayment', { params: { id }, body: {} })
    await clock.advance('PT10S')
    expect((await given.paymentNow({ id })).status).toBe('succeeded')
  },

  'Nobody pays in time: it expires at its moment': async ({ given, api, clock, expect }) => {
    const payment = await given.payment({ expires_in: 'PT5M' })
    await clock.to('2030-01-07 08:04:59.999')
    expect((await given.paymentNow(payment)).status).toBe('pending')
    await clock.to('2030-01-07 08:05')
    expect(await given.paymentNow(payment)).toMatchObject({
      status: 'expired',
      ended_at: ist('2030-01-07 08:05'),
    })
    const { id } = payment
    expect(await api.refused('sandbox.approvePayment', { params: { id }, body: {} })).toMatchObject(
      { status: 409, code: 'state_conflict' },
    )
  },

  'Paid in the last second it does not expire': async ({ api, given, clock, expect }) => {
    const { id } = await given.payment({ expires_in: 'PT1M' })
    await clock.advance('PT59S')
    await api.ok('sandbox.approvePayment', { params: { id }, body: {} })
    await clock.advance('PT10S')
    expect((await given.paymentNow({ id })).status).toBe('succeeded')
  },

  'The merchant cancels a payment that is pending, and no other': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const { id } = await given.payment()
    expect((await api.ok('payments.cancel', { params: { id } })).status).toBe('cancelled')
    await clock.advance('PT1H')
    expect((await given.paymentNow({ id })).status).toBe('cancelled')
    const paid = await given.paid()
    for (const over of [{ id }, paid])
      expect(await api.refused('payments.cancel', { params: { id: over.id } })).toMatchObject({
        status: 409,
        code: 'state_conflict',
      })
  },

  'What the payer paid before the cancellation is told after it, and counts': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const { id } = await given.payment()
    await api.ok('sandbox.approvePayment', { params: { id }, body: {} })
    await clock.advance('PT5S')
    expect((await api.ok('payments.cancel', { params: { id } })).status).toBe('cancelled')
    await clock.advance('PT5S')
    expect(await given.paymentNow({ id })).toMatchObject({
      status: 'succeeded',
      amount_collected: rs(300),
    })
  },

  'Payments are found by status, reference, payer and time': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const paid = await given.paid({ payer: { reference_id: 'member-7' } })
    await clock.advance('PT1H')
    const open = await given.payment({ flow: 'qr' })
    const ids = async (query: Record<string, string>): Promise<string[]> =>
      (await api.ok('payments.list', { query })).data.map(({ id }) => id)
    expect(await ids({})).toEqual([open.id, paid.id])
    expect(await ids({ status: 'pending' })).toEqual([open.id])
    expect(await ids({ reference_id: paid.reference_id })).toEqual([paid.id])
    expect(await ids({ payer_reference_id: 'member-7' })).toEqual([paid.id])
    expect(await ids({ payer_vpa: paid.payer_vpa ?? '' })).toEqual([paid.id])
    expect(await ids({ created_from: ist('2030-01-07 09:00') })).toEqual([open.id])
    expect(await ids({ created_until: ist('2030-01-07 09:00') })).toEqual([paid.id])
  },

  'Payments come as CSV too': async ({ api, given, expect }) => {
    const payment = await given.payment()
    const [names, line] = String(await api.ok('payments.csv')).split('\r\n')
    expect(names?.startsWith('id,reference_id,status,outcome,')).toBe(true)
    expect(line?.startsWith(`${payment.id},${payment.reference_id},pending,,`)).toBe(true)
  },

  'A reference names one payment': async ({ api, given, expect }) => {
    const body = given.asks()
    const { id } = await api.ok('payments.create', { body })
    expect(await api.refused('payments.create', { body })).toMatchObject({
      status: 409,
      code: 'reference_id_taken',
      existing: { id, object: 'payment' },
    })
  },

  'One minute to 1440 minutes may be given to pay': async ({ api, given, expect }) => {
    for (const expires_in of ['PT1M', 'PT24H', 'P1D'])
      expect((await given.payment({ expires_in })).status).toBe('pending')
    for (const expires_in of ['PT59S', 'PT24H1S'])
      expect(
        await api.refused('payments.create', { body: given.asks({ expires_in }) }),
        expires_in,
      ).toMatchObject({
        status: 422,
        code: 'payment_expiry_invalid',
        rule: { id: 'payment.expiry' },
        limit: { minimum_minutes: 1, maximum_minutes: 1440 },
        errors: [{ pointer: '/expires_in' }],
      })
  },

  'Less than a rupee is refused': async ({ api, given, expect }) => {
    expect((await given.payment({ amount: rs(1) })).amount).toBe(100)
    expect(
      await api.refused('payments.create', { body: given.asks({ amount: rs(0.99) }) }),
    ).toMatchObject({ status: 422, code: 'amount_below_minimum', rule: { id: 'amount.minimum' } })
  },

  'The category is one of the approved ones': async ({ api, given, expect }) => {
    expect((await given.payment({ mcc: '6012' })).mcc).toBe('6012')
    expect(
      await api.refused('payments.create', { body: given.asks({ mcc: '7995' }) }),
    ).toMatchObject({ status: 422, code: 'mcc_not_approved', errors: [{ pointer: '/mcc' }] })
  },

  'Collect is open to categories 6012 and 6211 only': async ({ api, given, expect }) => {
    const collect = { flow: 'collect', payer: { vpa: 'asha@ybl' } }
    for (const mcc of ['6012', '6211'])
      expect((await given.payment({ ...collect, mcc })).flow).toBe('collect')
    expect(await api.refused('payments.create', { body: given.asks(collect) })).toMatchObject({
      status: 422,
      code: 'collect_not_allowed',
      rule: { id: 'payment.collect_category', source: { key: 'razorpay-collect' } },
      limit: { mccs: '6012, 6211' },
    })
  },

  'A body of the wrong form is told every slip at once': async ({ api, given, expect }) => {
    const refused = await api.refused('payments.create', {
      body: given.asks({
        flow: 'collect',
        payer: {},
        purpose: 'Fee',
        amount: 0,
        expires_in: '30 minutes',
        redirect_url: 'http://shop.example.com',
        reference_id: 'x',
        colour: 'blue',
      }),
    })
    expect([refused.status, refused.code]).toEqual([400, 'invalid_request'])
    expect((refused.errors ?? []).map(({ pointer }) => pointer).sort()).toEqual([
      '/amount',
      '/colour',
      '/expires_in',
      '/payer/vpa',
      '/purpose',
      '/redirect_url',
      '/reference_id',
    ])
  },

  'The payer may pay through any app where the merchant names none': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const { id } = await given.payment({ flow: 'qr' })
    await api.ok('sandbox.approvePayment', { params: { id } })
    await clock.advance('PT10S')
    expect((await given.paymentNow({ id })).payer_vpa ?? '').toContain('@')
  },

  'What happens to a payment is told by events': async ({ api, given, expect }) => {
    const { id } = await given.paid()
    const { data } = await api.ok('events.list', { query: { resource_id: id } })
    expect(data.map(({ type }) => type)).toEqual(['payment.succeeded', 'payment.created'])
    expect(data[0]?.data.object).toMatchObject({ id, object: 'payment', status: 'succeeded' })
  },

  'A payment has a version of its own': async ({ api, given, expect }) => {
    const { id } = await given.payment()
    const stale = { 'if-match': '"2"' }
    expect((await api.refused('payments.cancel', { params: { id }, headers: stale })).code).toBe(
      'precondition_failed',
    )
    const fresh = { 'if-match': '"1"' }
    expect((await api.ok('payments.cancel', { params: { id }, headers: fresh })).status).toBe(
      'cancelled',
    )
  },
})
