import { group } from '../case.ts'
import { rs } from '../given.ts'

/** How a notice fails, lapses, is cancelled or declined by the payer, and its cycle is notified again. */
export const noticeEndCases = group('notices that end', {
  'After a failed notice the cycle is notified again under its number': async ({
    given,
    expect,
  }) => {
    const mandate = await given.active({ frequency: 'monthly' })
    const failed = await given.delivered(mandate, { amount: rs(550) })
    expect(failed).toMatchObject({
      status: 'failed',
      allowed_actions: [],
      failure: { npci_code: 'NU' },
    })
    expect(await given.notice(mandate)).toMatchObject({
      status: 'pending',
      sequence_number: failed.sequence_number,
    })
  },

  'A notice that nobody debits lapses with the end of its day': async ({
    given,
    clock,
    expect,
  }) => {
    const notice = await given.delivered(await given.active())
    await clock.to('2030-01-08 23:59:59.999')
    expect((await given.notification(notice)).status).toBe('delivered')
    await clock.to('2030-01-09 00:00')
    expect(await given.notification(notice)).toMatchObject({
      status: 'lapsed',
      allowed_actions: [],
    })
  },

  'A revoked mandate takes its open notices with it': async ({ given, api, clock, expect }) => {
    const mandate = await given.active()
    const delivered = await given.delivered(mandate)
    const pending = await given.notice(mandate)
    await api.ok('sandbox.revokeMandate', { params: { id: mandate.id } })
    for (const notice of [delivered, pending])
      expect(await given.notification(notice)).toMatchObject({
        status: 'cancelled',
        allowed_actions: [],
      })
    await clock.advance('PT10S')
    expect((await given.notification(pending)).status).toBe('cancelled')
  },

  'The merchant cancels a notice, on its way or delivered, before its debit is attempted': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const mandate = await given.active()
    const delivered = await given.delivered(mandate)
    const pending = await given.notice(mandate)
    for (const { id } of [delivered, pending])
      expect(await api.ok('notifications.cancel', { params: { id } })).toMatchObject({
        status: 'cancelled',
        cancelled_by: 'merchant',
        allowed_actions: [],
      })
    await clock.advance('PT10S')
    expect((await given.notification(pending)).status).toBe('cancelled')
  },

  'A debit planned on a notice is cancelled with it': async ({ given, api, clock, expect }) => {
    const mandate = await given.debitedOnce()
    const notice = await given.delivered(mandate)
    const debit = await given.debit(notice)
    await api.ok('notifications.cancel', { params: { id: notice.id } })
    expect((await given.presentation(debit)).status).toBe('cancelled')
    await clock.to('2030-01-08 09:00')
    expect(await given.presentation(debit)).toMatchObject({ status: 'cancelled', attempts: [] })
  },

  'The payer opts out of one debit: its notice and the debit are cancelled, the mandate stands':
    async ({ given, api, clock, expect }) => {
      const mandate = await given.debitedOnce()
      const notice = await given.delivered(mandate)
      const debit = await given.debit(notice)
      expect(
        await api.ok('sandbox.optOutOfNotification', { params: { id: notice.id } }),
      ).toMatchObject({ status: 'cancelled', cancelled_by: 'payer' })
      expect((await given.presentation(debit)).status).toBe('cancelled')
      expect((await given.mandate(mandate)).status).toBe('active')
      await clock.to('2030-01-08 09:00')
      expect((await given.presentation(debit)).attempts).toEqual([])
    },

  'A payer opts out of what has arrived only': async ({ given, api, expect }) => {
    const notice = await given.notice(await given.active())
    expect(
      await api.refused('sandbox.optOutOfNotification', { params: { id: notice.id } }),
    ).toMatchObject({ status: 409, code: 'state_conflict', allowed_actions: ['cancel'] })
  },

  'After a cancelled notice, by the merchant or the payer, the cycle is notified again under its number':
    async ({ given, api, clock, expect }) => {
      const mandate = await given.debitedOnce({ frequency: 'daily' })
      const first = await given.delivered(mandate)
      await api.ok('notifications.cancel', { params: { id: first.id } })
      const second = await given.delivered(mandate)
      await api.ok('sandbox.optOutOfNotification', { params: { id: second.id } })
      const third = await given.delivered(mandate)
      expect([second.sequence_number, third.sequence_number]).toEqual([
        first.sequence_number,
        first.sequence_number,
      ])
      const debit = await given.debit(third)
      await clock.to('2030-01-08 08:10')
      expect((await given.presentation(debit)).status).toBe('succeeded')
    },

  'A notice whose debit was attempted, and one that is over, is not cancelled': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    const used = await given.delivered(mandate, { amount: rs(160) })
    await given.debit(used)
    const lapsing = await given.delivered(mandate)
    const failed = await given.delivered(mandate, { amount: rs(550) })
    const cancelled = await given.notice(mandate)
    await api.ok('notifications.cancel', { params: { id: cancelled.id } })
    await clock.to('2030-01-08 08:00:30')
    expect((await given.notification(used)).status).toBe('used')
    const refused = async ({ id }: { id: string }) => {
      for (const operation of ['notifications.cancel', 'sandbox.optOutOfNotification'] as const)
        expect(await api.refused(operation, { params: { id } })).toMatchObject({
          status: 409,
          code: 'state_conflict',
        })
    }
    for (const notice of [used, failed, cancelled]) await refused(notice)
    await clock.to('2030-01-09 00:00')
    await refused(lapsing)
  },

  'A notice after a declined debit keeps the attempts already spent': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce({ frequency: 'weekly', start_date: '2030-01-07' })
    await clock.to('2030-01-14 08:00')
    const first = await given.delivered(mandate, { amount: rs(160), debit_date: '2030-01-15' })
    const declined = await given.debit(first)
    await clock.to('2030-01-15 08:01')
    await api.ok('presentations.cancel', { params: { id: declined.id } })
    const again = await given.delivered(mandate, { amount: rs(300), debit_date: '2030-01-16' })
    expect(again.sequence_number).toBe(first.sequence_number)
    const debit = await given.debit(again)
    expect(debit.attempts_left).toBe(3)
  },
})
