import { UNKNOWN_OUTCOME_ACTIONS } from '@upi-autopay/rail'
import { rs } from '../../given.ts'
import { ask, type Row } from './way.ts'

/** What a one-time payment takes in each status. */
export const paymentRow: Row = {
  kind: 'payment',
  read: 'payments.get',
  ask: {
    cancel: ask('payments.cancel'),
    refund: ({ id }, { given }) => [
      'refunds.create',
      { body: { payment_id: id, reference_id: given.reference() } },
    ],
    resolve: ask('payments.resolve', { outcome: 'failed', note: 'Not on the statement' }),
  },
  others: {
    'approved by the payer': {
      by: 'payer',
      on: 'payment.answer_expected',
      ask: ask('sandbox.approvePayment', {}),
    },
    'declined by the payer': {
      by: 'payer',
      on: 'payment.answer_expected',
      ask: ask('sandbox.declinePayment'),
    },
  },
  ways: [
    { status: 'pending', bring: ({ given }) => given.payment() },
    {
      status: 'pending',
      which: 'whose outcome is unknown',
      offers: UNKNOWN_OUTCOME_ACTIONS,
      // The payer has answered; the bank has not.
      others: [],
      bring: async ({ given, clock }) => {
        const collect = { flow: 'collect', mcc: '6211', payer: { vpa: 'asha@ybl' }, amount: rs(50) }
        const payment = await given.payment(collect)
        await clock.advance('PT10S')
        return payment
      },
    },
    { status: 'succeeded', bring: ({ given }) => given.paid() },
    {
      status: 'succeeded',
      which: 'of which nothing is left',
      offers: [],
      // How much is left is a rule, whose answer has the numbers.
      ruledOut: { refund: 'refund_exceeds_collected' },
      bring: async ({ given, clock }) => {
        const payment = await given.paid()
        await given.refund(payment)
        await clock.advance('PT10S')
        return payment
      },
    },
    {
      status: 'failed',
      bring: async ({ given, api, clock }) => {
        const payment = await given.payment()
        await api.ok('sandbox.declinePayment', { params: { id: payment.id } })
        await clock.advance('PT10S')
        return payment
      },
    },
    {
      status: 'expired',
      bring: async ({ given, clock }) => {
        const payment = await given.payment({ expires_in: 'PT1M' })
        await clock.advance('PT1M')
        return payment
      },
    },
    {
      status: 'cancelled',
      bring: async ({ given, api }) => {
        const { id } = await given.payment()
        return api.ok('payments.cancel', { params: { id } })
      },
    },
  ],
}
