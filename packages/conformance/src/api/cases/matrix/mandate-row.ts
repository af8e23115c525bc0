import { rs } from '../../given.ts'
import { ask, type Row } from './way.ts'

/** Debited weekly, so that every action on it breaks no rule. */
const WEEKLY = { frequency: 'weekly' }
const MORE = { amount: rs(6000) }

/** What a mandate takes in each status. */
export const mandateRow: Row = {
  kind: 'mandate',
  read: 'mandates.get',
  ask: {
    create_notification: ask('notifications.create', { amount: rs(300), debit_date: '2030-01-08' }),
    create_presentation: ({ id }, { given }) => [
      'presentations.create',
      {
        params: { id },
        body: { instant: true, amount: rs(50), reference_id: given.reference() },
      },
    ],
    create_schedule: ({ id }, { given }) => [
      'schedules.create',
      {
        params: { id },
        body: { reference_id: given.reference(), amount: rs(80), starts_on: '2030-01-16' },
      },
    ],
    modify: ask('mandates.modify', MORE),
    revoke: ask('mandates.revoke'),
  },
  others: {
    'opened by the payer': {
      by: 'payer',
      on: 'mandate.authorization_opened',
      ask: ask('sandbox.openMandate'),
    },
    'approved by the payer': {
      by: 'payer',
      on: 'mandate.answer_expected',
      ask: ask('sandbox.approveMandate', {}),
    },
    'declined by the payer': {
      by: 'payer',
      on: 'mandate.answer_expected',
      ask: ask('sandbox.declineMandate'),
    },
    'paused by the payer': { by: 'payer', on: 'mandate.paused', ask: ask('sandbox.pauseMandate') },
    'resumed by the payer': {
      by: 'payer',
      on: 'mandate.resumed',
      ask: ask('sandbox.resumeMandate'),
    },
    'revoked by the payer': {
      by: 'payer',
      on: 'mandate.revoked',
      ask: ask('sandbox.revokeMandate'),
    },
    'revoked by the rail': {
      by: 'rail',
      on: 'mandate.revoked',
      ask: ask('sandbox.revokeMandateByRail'),
    },
  },
  ways: [
    { status: 'pending', bring: ({ given }) => given.pending(WEEKLY) },
    { status: 'active', bring: ({ given }) => given.active(WEEKLY) },
    {
      status: 'active',
      which: 'with a change that waits for its payer',
      ruledOut: { modify: 'modification_open' },
      // What the payer is asked here is the change.
      others: [
        'opened by the payer',
        'approved by the payer',
        'declined by the payer',
        'paused by the payer',
        'revoked by the payer',
        'revoked by the rail',
      ],
      bring: async ({ given, api }) => {
        const { id } = await given.active(WEEKLY)
        return api.ok('mandates.modify', { params: { id }, body: MORE })
      },
    },
    {
      status: 'paused',
      bring: async ({ given, api }) => {
        const { id } = await given.active(WEEKLY)
        return api.ok('sandbox.pauseMandate', { params: { id } })
      },
    },
    {
      status: 'rejected',
      bring: async ({ given, api, clock }) => {
        const mandate = await given.pending(WEEKLY)
        await api.ok('sandbox.declineMandate', { params: { id: mandate.id } })
        await clock.advance('PT10S')
        return mandate
      },
    },
    {
      status: 'expired',
      bring: async ({ given, clock }) => {
        const mandate = await given.pending({ ...WEEKLY, registration_expires_in: 'PT10M' })
        await clock.advance('PT10M')
        return mandate
      },
    },
    {
      status: 'revoked',
      bring: async ({ given, api }) => {
        const { id } = await given.active(WEEKLY)
        return api.ok('sandbox.revokeMandate', { params: { id } })
      },
    },
    {
      status: 'completed',
      bring: async ({ given, clock }) => {
        const mandate = await given.active({ ...WEEKLY, end_date: '2030-01-08' })
        await clock.to('2030-01-09 00:00')
        return mandate
      },
    },
  ],
}
