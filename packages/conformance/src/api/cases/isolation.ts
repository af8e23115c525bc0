import { group } from '../case.ts'
import { rs } from '../given.ts'
import type { OperationName } from '../operations.ts'

/** Of one merchant nothing is seen or moved by another. */
export const isolationCases = group('isolation of merchants', {
  'Every operation on an id of another merchant answers as if there were none': async ({
    api,
    given,
    clock,
    other,
    expect,
  }) => {
    const mandate = await given.active()
    const notice = await given.delivered(mandate)
    const debit = await given.debit(notice)
    const schedule = await api.ok('schedules.create', {
      params: { id: (await given.active({ frequency: 'weekly' })).id },
      body: { reference_id: given.reference(), amount: rs(80), starts_on: '2030-01-16' },
    })
    const endpoint = await api.ok('webhookEndpoints.create', {
      body: { url: 'https://hooks.example.com/autopay', events: ['mandate.created'] },
    })
    const payment = await given.paid()
    const refund = await given.refund(payment, { amount: rs(10) })
    const dispute = await given.dispute(payment, { amount: rs(10) })
    const [event] = (await api.ok('events.list')).data
    await clock.to('2030-01-08 08:00:10')
    const notify = { amount: rs(300), debit_date: '2030-01-09' }
    const plan = { amount: rs(80), reference_id: 'foreign-plan', starts_on: '2030-01-16' }
    const present = { notification_id: notice.id, reference_id: 'foreign-debit' }
    const asked: readonly (readonly [OperationName, string, unknown?])[] = [
      ['mandates.get', mandate.id],
      ['mandates.revoke', mandate.id],
      ['mandates.events', mandate.id],
      ['mandates.qrSvg', mandate.id],
      ['mandates.qrPng', mandate.id],
      ['notifications.create', mandate.id, notify],
      ['notifications.get', notice.id],
      ['presentations.create', mandate.id, present],
      ['presentations.get', debit.id],
      ['presentations.retry', debit.id, {}],
      ['presentations.cancel', debit.id],
      ['presentations.explanation', debit.id],
      ['payments.get', payment.id],
      ['payments.cancel', payment.id],
      ['payments.resolve', payment.id, { outcome: 'failed', note: 'not theirs' }],
      ['payments.qrSvg', payment.id],
      ['payments.qrPng', payment.id],
      ['refunds.get', refund.id],
      ['disputes.get', dispute.id],
      ['disputes.accept', dispute.id],
      ['disputes.contest', dispute.id, { evidence: { note: 'not theirs' } }],
      ['schedules.create', mandate.id, plan],
      ['schedules.get', schedule.id],
      ['schedules.upcoming', schedule.id],
      ['schedules.pause', schedule.id],
      ['schedules.resume', schedule.id],
      ['schedules.cancel', schedule.id],
      ['webhookEndpoints.get', endpoint.id],
      ['webhookEndpoints.delete', endpoint.id],
      ['events.get', event?.id ?? ''],
      ['deliveries.get', 'dlv_00000000000000000000000000'],
      ['sandbox.openMandate', mandate.id],
      ['sandbox.approveMandate', mandate.id, {}],
      ['sandbox.declineMandate', mandate.id],
      ['sandbox.pauseMandate', mandate.id],
      ['sandbox.resumeMandate', mandate.id],
      ['sandbox.revokeMandate', mandate.id],
      ['sandbox.disputePresentation', debit.id, {}],
      ['sandbox.approvePayment', payment.id, {}],
      ['sandbox.declinePayment', payment.id],
      ['sandbox.disputePayment', payment.id, {}],
      ['sandbox.winDispute', dispute.id],
      ['sandbox.loseDispute', dispute.id],
      ['sandbox.succeedRefund', refund.id],
      ['sandbox.failRefund', refund.id],
      ['sandbox.approvePresentation', debit.id],
      ['sandbox.declinePresentation', debit.id],
    ]
    const stranger = await other()
    for (const [operation, id, body] of asked) {
      const request = { params: { id }, ...(body !== undefined && { body }) }
      const foreign = await stranger.api.refused(operation, request)
      expect(foreign, operation).toMatchObject({ status: 404, code: 'not_found' })
      const unknown = await stranger.api.refused(operation, {
        ...request,
        params: { id: 'no-such-id' },
      })
      expect(unknown.detail.replace('no-such-id', id), operation).toBe(foreign.detail)
    }
    expect((await given.mandate(mandate)).status).toBe('active')
    expect((await given.presentation(debit)).status).toBe('awaiting_payer')
  },

  'Lists show a merchant its own': async ({ api, given, other, expect }) => {
    const mandate = await given.active()
    await given.debit(await given.delivered(mandate))
    const payment = await given.paid()
    await given.refund(payment, { amount: rs(10) })
    await given.dispute(payment)
    await api.ok('webhookEndpoints.create', {
      body: { url: 'https://hooks.example.com/autopay', events: ['*'] },
    })
    const stranger = await other()
    const lists = [
      'mandates.list',
      'notifications.list',
      'presentations.list',
      'payments.list',
      'refunds.list',
      'disputes.list',
      'webhookEndpoints.list',
      'events.list',
      'deliveries.list',
    ] as const
    for (const operation of lists)
      expect(await stranger.api.ok(operation), operation).toEqual({
        object: 'list',
        data: [],
        has_more: false,
        next_cursor: null,
      })
    for (const operation of ['notifications.list', 'presentations.list', 'events.list'] as const)
      expect(
        (await stranger.api.ok(operation, { query: { mandate_id: mandate.id } })).data,
      ).toEqual([])
  },

  'A cursor of another merchant opens nothing': async ({ given, other, expect }) => {
    const mandate = await given.pending()
    const stranger = await other()
    const page = await stranger.api.ok('mandates.list', { query: { before: mandate.id } })
    expect(page.data).toEqual([])
  },

  'One merchant’s clock and settings leave another’s alone': async ({
    api,
    clock,
    other,
    expect,
  }) => {
    const stranger = await other()
    await clock.advance('P3D')
    await api.ok('sandbox.updateSettings', { body: { value_table: false } })
    expect((await stranger.api.ok('sandbox.getClock')).now).toBe('2030-01-07T02:30:00.000Z')
    expect((await stranger.api.ok('sandbox.getSettings')).value_table).toBe(true)
  },

  'A reset deletes nothing of another': async ({ api, given, other, expect }) => {
    const { id } = await given.active()
    const stranger = await other()
    await stranger.given.active()
    await stranger.api.ok('sandbox.reset')
    expect((await given.mandate({ id })).id).toBe(id)
    expect((await api.ok('mandates.list')).data.length).toBe(1)
    expect((await stranger.api.ok('mandates.list')).data).toEqual([])
  },
})
