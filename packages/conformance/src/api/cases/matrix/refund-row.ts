import { ask, type Row } from './way.ts'

/** What a refund takes in each status: it is asked for and then the bank's. */
export const refundRow: Row = {
  kind: 'refund',
  read: 'refunds.get',
  ask: {},
  others: {
    'paid by the bank': { by: 'bank', on: 'refund.succeeded', ask: ask('sandbox.succeedRefund') },
    'refused by the bank': { by: 'bank', on: 'refund.failed', ask: ask('sandbox.failRefund') },
  },
  ways: [
    { status: 'pending', bring: async ({ given }) => given.refund(await given.paid()) },
    {
      status: 'succeeded',
      bring: async ({ given, clock }) => {
        const refund = await given.refund(await given.paid())
        await clock.advance('PT10S')
        return refund
      },
    },
    {
      status: 'failed',
      bring: async ({ given, api }) => {
        const { id } = await given.refund(await given.paid())
        return api.ok('sandbox.failRefund', { params: { id } })
      },
    },
  ],
}
