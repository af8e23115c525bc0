import { rs } from '../../given.ts'
import { ask, type Row } from './way.ts'

/** What a notice takes in each status. */
export const notificationRow: Row = {
  kind: 'notification',
  read: 'notifications.get',
  ask: {
    create_presentation: ({ id, mandate_id }, { given }) => [
      'presentations.create',
      {
        params: { id: mandate_id ?? '' },
        body: { notification_id: id, reference_id: given.reference() },
      },
    ],
    cancel: ask('notifications.cancel'),
  },
  others: {
    'called off by the payer': {
      by: 'payer',
      on: 'notification.cancelled',
      ask: ask('sandbox.optOutOfNotification'),
    },
  },
  ways: [
    {
      status: 'pending',
      // Nobody calls off what has not reached them; the payer ends it with the mandate.
      others: [],
      bring: async ({ given }) => given.notice(await given.active()),
    },
    { status: 'delivered', bring: async ({ given }) => given.delivered(await given.active()) },
    {
      status: 'failed',
      bring: async ({ given }) => given.delivered(await given.active(), { amount: rs(550) }),
    },
    {
      status: 'used',
      which: 'whose debit was declined and cancelled',
      bring: async ({ given, api, clock }) => {
        const notice = await given.delivered(await given.debitedOnce(), { amount: rs(160) })
        const { id } = await given.debit(notice)
        await clock.to('2030-01-08 08:00:30')
        await api.ok('presentations.cancel', { params: { id } })
        return notice
      },
    },
    {
      status: 'cancelled',
      bring: async ({ given, api }) => {
        const { id } = await given.delivered(await given.active())
        return api.ok('notifications.cancel', { params: { id } })
      },
    },
    {
      status: 'lapsed',
      bring: async ({ given, clock }) => {
        const notice = await given.delivered(await given.active())
        await clock.to('2030-01-09 00:00')
        return notice
      },
    },
  ],
}
