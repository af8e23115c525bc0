import { group } from '../case.ts'
import { emptyMerchant } from '../empty-merchant.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

/** Money that goes back: never more than came in. */
export const refundCases = group('refunds', {
  'A debit is refunded whole; ten seconds later the money has gone back': async ({
    given,
    clock,
    expect,
  }) => {
    const debit = await given.collected()
    const refund = await given.refund(debit)
    expect(refund).toMatchObject({
      object: 'refund',
      status: 'pending',
      presentation_id: debit.id,
      payment_id: null,
      mandate_id: debit.mandate_id,
      amount: rs(300),
      currency: 'INR',
    })
    expect(await given.presentation(debit)).toMatchObject({
      status: 'succeeded',
      amount_collected: rs(300),
      amount_refunded: 0,
      amount_refund_pending: rs(300),
      amount_refundable: 0,
    })
    await clock.advance('PT10S')
    const done = await given.refundNow(refund)
    expect(done).toMatchObject({ status: 'succeeded', completed_at: ist('2030-01-07 08:01:10') })
    expect(done.rrn ?? '').toMatch(/^\d{12}$/)
    expect(await given.presentation(debit)).toMatchObject({
      status: 'succeeded',
      amount_refunded: rs(300),
      amount_refund_pending: 0,
      amount_refundable: 0,
    })
  },

  'A payment is refunded in parts, and the last takes what is left': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const payment = await given.paid()
    await given.refund(payment, { amount: rs(100) })
    await clock.advance('PT10S')
    await given.refund(payment, { amount: rs(50) })
    const last = await given.refund(payment)
    expect(last.amount).toBe(rs(150))
    await clock.advance('PT10S')
    expect(await given.paymentNow(payment)).toMatchObject({
      amount_refunded: rs(300),
      amount_refundable: 0,
      allowed_actions: [],
    })
    const { data } = await api.ok('refunds.list', { query: { payment_id: payment.id } })
    expect(data.map(({ status }) => status)).toEqual(['succeeded', 'succeeded', 'succeeded'])
  },

  'More than what is left is refused with the numbers, pending ones included': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const payment = await given.paid()
    await given.refund(payment, { amount: rs(100) })
    await clock.advance('PT10S')
    await given.refund(payment, { amount: rs(50) })
    const ask = { payment_id: payment.id, reference_id: given.reference() }
    const refused = await api.refused('refunds.create', { body: { ...ask, amount: rs(150.01) } })
    expect(refused).toMatchObject({
      status: 422,
      code: 'refund_exceeds_collected',
      rule: { id: 'refund.ceiling' },
      limit: { maximum_paise: rs(150) },
      errors: [{ pointer: '/amount' }],
    })
    expect(refused.detail).toContain('₹300.00')
    expect((await given.paymentNow(payment)).amount_refundable).toBe(rs(150))
    expect((await given.refund(payment, { amount: rs(150) })).status).toBe('pending')
    expect((await api.refused('refunds.create', { body: ask })).code).toBe(
      'refund_exceeds_collected',
    )
  },

  'Ten callers who refund at once never give back more than came in': async ({
    api,
    given,
    unrecorded,
    clock,
    expect,
  }) => {
    for (const source of [await given.paid(), await given.collected()]) {
      await unrecorded(async () => {
        const bodies = Array.from({ length: 10 }, () => ({
          [`${source.object}_id`]: source.id,
          reference_id: given.reference(),
          amount: rs(100),
        }))
        const answers = await Promise.all(
          bodies.map((body) => api.call('refunds.create', { body })),
        )
        expect(answers.filter(({ status }) => status === 201).length).toBe(3)
        expect(answers.filter(({ status }) => status === 422).length).toBe(7)
        await clock.advance('PT10S')
        const operation = source.object === 'payment' ? 'payments.get' : 'presentations.get'
        expect(await api.ok(operation, { params: { id: source.id } })).toMatchObject({
          amount_refunded: rs(300),
          amount_refundable: 0,
        })
      })
    }
    // Which of them won is chance, and so is the log.
    await unrecorded(() => emptyMerchant(api))
  },

  'A refund that fails frees what it had reserved': async ({ api, given, clock, expect }) => {
    const debit = await given.collected()
    const { id } = await given.refund(debit)
    expect(await api.ok('sandbox.failRefund', { params: { id } })).toMatchObject({
      status: 'failed',
      failure: { npci_code: 'U30' },
    })
    await clock.advance('PT10S')
    expect((await given.refundNow({ id })).status).toBe('failed')
    expect((await given.presentation(debit)).amount_refundable).toBe(rs(300))
    expect((await given.refund(debit)).amount).toBe(rs(300))
  },

  'The bank may pay a refund at once; then it has answered': async ({ api, given, expect }) => {
    const { id } = await given.refund(await given.paid())
    expect((await api.ok('sandbox.succeedRefund', { params: { id } })).status).toBe('succeeded')
    for (const operation of ['sandbox.succeedRefund', 'sandbox.failRefund'] as const)
      expect(await api.refused(operation, { params: { id } })).toMatchObject({
        status: 409,
        code: 'state_conflict',
      })
  },

  'Refunds are taken for thirty days from the day of collection': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const payment = await given.paid()
    await clock.to('2030-02-06 23:59:59.999')
    expect((await given.refund(payment, { amount: rs(1) })).status).toBe('pending')
    await clock.to('2030-02-07 00:00')
    expect(
      await api.refused('refunds.create', {
        body: { payment_id: payment.id, reference_id: given.reference() },
      }),
    ).toMatchObject({
      status: 422,
      code: 'refund_window_closed',
      rule: { id: 'refund.window' },
      limit: { days: 30, until: '2030-02-06' },
    })
  },

  'Only what was collected is refunded': async ({ api, given, clock, expect }) => {
    const pending = await given.payment()
    const planned = await given.debit(await given.delivered(await given.active()))
    const failed = await given.instant(await given.active(), { amount: rs(160) })
    await clock.advance('PT10S')
    for (const origin of [
      { payment_id: pending.id },
      { presentation_id: planned.id },
      { presentation_id: failed.id },
    ])
      expect(
        await api.refused('refunds.create', {
          body: { ...origin, reference_id: given.reference() },
        }),
      ).toMatchObject({ status: 409, code: 'state_conflict' })
  },

  'A refund names one debit or one payment, and one that exists': async ({
    api,
    given,
    expect,
  }) => {
    const reference_id = given.reference()
    const nobody = 'pay_00000000000000000000000000'
    expect(await api.refused('refunds.create', { body: { reference_id } })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/presentation_id' }],
    })
    const both = { reference_id, payment_id: nobody, presentation_id: nobody }
    expect(await api.refused('refunds.create', { body: both })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/payment_id' }],
    })
    expect(
      await api.refused('refunds.create', { body: { reference_id, payment_id: nobody } }),
    ).toMatchObject({ status: 404, code: 'not_found' })
  },

  'A reference names one refund': async ({ api, given, expect }) => {
    const payment = await given.paid()
    const body = { payment_id: payment.id, reference_id: given.reference(), amount: rs(10) }
    const { id } = await api.ok('refunds.create', { body })
    expect(await api.refused('refunds.create', { body })).toMatchObject({
      status: 409,
      code: 'reference_id_taken',
      existing: { id, object: 'refund' },
    })
    expect((await given.paymentNow(payment)).amount_refund_pending).toBe(rs(10))
  },

  'Refunds are found by what they give back, status and reference': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const debit = await given.collected()
    const payment = await given.paid()
    const first = await given.refund(debit, { amount: rs(10) })
    const second = await given.refund(payment)
    await clock.advance('PT10S')
    const third = await given.refund(debit, { amount: rs(20) })
    const ids = async (query: Record<string, string>): Promise<string[]> =>
      (await api.ok('refunds.list', { query })).data.map(({ id }) => id)
    expect(await ids({})).toEqual([third.id, second.id, first.id])
    expect(await ids({ presentation_id: debit.id })).toEqual([third.id, first.id])
    expect(await ids({ presentation_id: debit.id, status: 'pending' })).toEqual([third.id])
    expect(await ids({ payment_id: payment.id })).toEqual([second.id])
    expect(await ids({ mandate_id: debit.mandate_id })).toEqual([third.id, first.id])
    expect(await ids({ reference_id: second.reference_id })).toEqual([second.id])
    const query = { presentation_id: debit.id, payment_id: payment.id }
    expect((await api.refused('refunds.list', { query })).status).toBe(400)
    const [names, line] = String(await api.ok('refunds.csv')).split('\r\n')
    expect(names?.startsWith('id,presentation_id,payment_id,')).toBe(true)
    expect(line?.startsWith(`${third.id},${debit.id},,`)).toBe(true)
  },

  'What happens to a refund is told by events': async ({ api, given, clock, expect }) => {
    const refund = await given.refund(await given.collected())
    await clock.advance('PT10S')
    const { data } = await api.ok('events.list', { query: { resource_id: refund.id } })
    expect(data.map(({ type }) => type)).toEqual(['refund.succeeded', 'refund.created'])
    const mine = await api.ok('mandates.events', { params: { id: refund.mandate_id ?? '' } })
    expect(mine.data[0]?.type).toBe('refund.succeeded')
  },

  'A debit is refunded after its mandate has ended too': async ({ api, given, clock, expect }) => {
    const debit = await given.collected()
    await api.ok('mandates.revoke', { params: { id: debit.mandate_id } })
    const refund = await given.refund(debit)
    await clock.advance('PT10S')
    expect((await given.refundNow(refund)).status).toBe('succeeded')
  },
})
