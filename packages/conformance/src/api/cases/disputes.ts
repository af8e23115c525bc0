import { group } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

const EVIDENCE = { evidence: { note: 'The member signed the receipt on 7 January.' } }

/** Chargebacks, as the provider tells them. */
export const disputeCases = group('disputes', {
  'A dispute takes the whole debit out of what can be refunded, and asks for an answer in seven days':
    async ({ given, expect }) => {
      const debit = await given.collected()
      const dispute = await given.dispute(debit, { reason: 'Not authorised' })
      expect(dispute).toMatchObject({
        object: 'dispute',
        status: 'open',
        allowed_actions: ['accept', 'contest'],
        presentation_id: debit.id,
        payment_id: null,
        mandate_id: debit.mandate_id,
        amount: rs(300),
        reason: 'Not authorised',
        respond_by: ist('2030-01-15 00:00'),
        evidence: null,
      })
      expect(await given.disputeNow(dispute)).toEqual(dispute)
      expect(await given.presentation(debit)).toMatchObject({
        status: 'succeeded',
        amount_disputed: rs(300),
        amount_refundable: 0,
      })
    },

  'What is disputed cannot be refunded meanwhile': async ({ api, given, expect }) => {
    const payment = await given.paid()
    const { id } = await given.dispute(payment, { amount: rs(200) })
    const body = { payment_id: payment.id, reference_id: given.reference(), amount: rs(101) }
    expect(await api.refused('refunds.create', { body })).toMatchObject({
      code: 'refund_exceeds_collected',
      limit: { maximum_paise: rs(100) },
    })
    await api.ok('sandbox.winDispute', { params: { id } })
    expect((await api.ok('refunds.create', { body })).status).toBe('pending')
  },

  'Accepted, it is lost at once': async ({ api, given, expect }) => {
    const payment = await given.paid()
    const { id } = await given.dispute(payment)
    expect(await api.ok('disputes.accept', { params: { id } })).toMatchObject({
      status: 'lost',
      closed_by: 'merchant',
      allowed_actions: [],
    })
    expect(await given.paymentNow(payment)).toMatchObject({
      status: 'succeeded',
      amount_disputed: rs(300),
      amount_refundable: 0,
    })
  },

  'Contested, it stays open until the bank decides; won, the money is back': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const debit = await given.collected()
    const { id } = await given.dispute(debit)
    const urls = ['https://files.example.com/receipt.pdf']
    expect(
      await api.ok('disputes.contest', {
        params: { id },
        body: { evidence: { ...EVIDENCE.evidence, urls } },
      }),
    ).toMatchObject({
      status: 'open',
      allowed_actions: ['accept'],
      contested_at: ist('2030-01-07 08:01'),
      evidence: { note: EVIDENCE.evidence.note, urls },
    })
    await clock.advance('P30D')
    expect((await given.disputeNow({ id })).status).toBe('open')
    expect(await api.ok('sandbox.winDispute', { params: { id } })).toMatchObject({
      status: 'won',
      closed_by: 'bank',
    })
    expect(await given.presentation(debit)).toMatchObject({
      amount_disputed: 0,
      amount_refundable: rs(300),
    })
  },

  'Contested and lost, the money is gone': async ({ api, given, expect }) => {
    const debit = await given.collected()
    const { id } = await given.dispute(debit)
    await api.ok('disputes.contest', { params: { id }, body: EVIDENCE })
    expect(await api.ok('sandbox.loseDispute', { params: { id } })).toMatchObject({
      status: 'lost',
      closed_by: 'bank',
    })
    expect((await given.presentation(debit)).amount_refundable).toBe(0)
  },

  'Not answered in time, it is lost': async ({ given, clock, expect }) => {
    const dispute = await given.dispute(await given.paid())
    await clock.to('2030-01-14 23:59:59.999')
    expect((await given.disputeNow(dispute)).status).toBe('open')
    await clock.to('2030-01-15 00:00')
    expect(await given.disputeNow(dispute)).toMatchObject({
      status: 'lost',
      closed_by: 'clock',
      closed_at: ist('2030-01-15 00:00'),
    })
  },

  'It is contested once, and decided once': async ({ api, given, expect }) => {
    const { id } = await given.dispute(await given.paid())
    await api.ok('disputes.contest', { params: { id }, body: EVIDENCE })
    expect(await api.refused('disputes.contest', { params: { id }, body: EVIDENCE })).toMatchObject(
      { status: 409, code: 'state_conflict', allowed_actions: ['accept'] },
    )
    await api.ok('sandbox.winDispute', { params: { id } })
    for (const operation of [
      'disputes.accept',
      'sandbox.winDispute',
      'sandbox.loseDispute',
    ] as const)
      expect((await api.refused(operation, { params: { id } })).code).toBe('state_conflict')
  },

  'No more is disputed than is left': async ({ api, given, clock, expect }) => {
    const payment = await given.paid()
    await given.refund(payment, { amount: rs(100) })
    await clock.advance('PT10S')
    const { id } = payment
    expect(
      await api.refused('sandbox.disputePayment', {
        params: { id },
        body: { amount: rs(200.01) },
      }),
    ).toMatchObject({
      status: 422,
      code: 'dispute_exceeds_collected',
      rule: { id: 'dispute.ceiling' },
      limit: { maximum_paise: rs(200) },
    })
    expect((await given.dispute(payment)).amount).toBe(rs(200))
    const debit = await given.instant(await given.active(), { amount: rs(160) })
    await clock.advance('PT10S')
    expect(
      await api.refused('sandbox.disputePresentation', { params: { id: debit.id } }),
    ).toMatchObject({ status: 409, code: 'state_conflict' })
  },

  'Disputes are found by what they are about and by status': async ({ api, given, expect }) => {
    const debit = await given.collected()
    const payment = await given.paid()
    const first = await given.dispute(debit, { amount: rs(100) })
    const second = await given.dispute(payment)
    await api.ok('disputes.accept', { params: { id: second.id } })
    const ids = async (query: Record<string, string>): Promise<string[]> =>
      (await api.ok('disputes.list', { query })).data.map(({ id }) => id)
    expect(await ids({})).toEqual([second.id, first.id])
    expect(await ids({ presentation_id: debit.id })).toEqual([first.id])
    expect(await ids({ payment_id: payment.id })).toEqual([second.id])
    expect(await ids({ mandate_id: debit.mandate_id })).toEqual([first.id])
    expect(await ids({ status: 'lost' })).toEqual([second.id])
    const [, line] = String(await api.ok('disputes.csv')).split('\r\n')
    expect(line?.startsWith(`${second.id},,${payment.id},,lost,`)).toBe(true)
  },

  'What happens to a dispute is told by events': async ({ api, given, expect }) => {
    const { id } = await given.dispute(await given.paid())
    await api.ok('disputes.contest', { params: { id }, body: EVIDENCE })
    await api.ok('sandbox.loseDispute', { params: { id } })
    const { data } = await api.ok('events.list', { query: { resource_id: id } })
    expect(data.map(({ type }) => type)).toEqual([
      'dispute.lost',
      'dispute.contested',
      'dispute.opened',
    ])
  },
})
