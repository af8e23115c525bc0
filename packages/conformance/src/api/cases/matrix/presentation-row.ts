import { UNKNOWN_OUTCOME_ACTIONS } from '@upi-autopay/rail'
import type { World } from '../../case.ts'
import { rs } from '../../given.ts'
import { ask, type Row, type Subject } from './way.ts'

/** What a debit takes in each status. */
export const presentationRow: Row = {
  kind: 'presentation',
  read: 'presentations.get',
  ask: {
    refund: ({ id }, { given }) => [
      'refunds.create',
      { body: { presentation_id: id, reference_id: given.reference() } },
    ],
    retry: ask('presentations.retry', {}),
    cancel: ask('presentations.cancel'),
    resolve: ask('presentations.resolve', { outcome: 'failed', note: 'Not on the statement' }),
  },
  others: {
    'approved by the payer': {
      by: 'payer',
      on: 'presentation.answer_expected',
      ask: ask('sandbox.approvePresentation'),
    },
    'declined by the payer': {
      by: 'payer',
      on: 'presentation.answer_expected',
      ask: ask('sandbox.declinePresentation'),
    },
    'reversed by the bank': {
      by: 'bank',
      on: 'presentation.reversed',
      ask: ask('sandbox.reversePresentation'),
    },
  },
  ways: [
    { status: 'scheduled', bring: planned },
    {
      status: 'processing',
      bring: async (world) => {
        const debit = await planned(world)
        await world.clock.to('2030-01-08 08:00:20')
        return debit
      },
    },
    {
      status: 'processing',
      which: 'whose outcome is unknown',
      offers: UNKNOWN_OUTCOME_ACTIONS,
      bring: async ({ given, clock }) => {
        const mandate = await given.active({ payer: { vpa: 'unknown_forever@sim' } })
        const debit = await given.instant(mandate)
        await clock.advance('PT10S')
        return debit
      },
    },
    {
      status: 'awaiting_payer',
      bring: async ({ given, clock }) => {
        const debit = await given.debit(await given.delivered(await given.active()))
        await clock.to('2030-01-08 08:00:10')
        return debit
      },
    },
    { status: 'retry_scheduled', bring: (world) => declined(world, { retry: 'auto' }) },
    { status: 'declined', bring: declined },
    { status: 'succeeded', bring: ({ given }) => given.collected() },
    {
      status: 'succeeded',
      which: 'of which nothing is left',
      offers: [],
      // How much is left is a rule, whose answer has the numbers.
      ruledOut: { refund: 'refund_exceeds_collected' },
      others: [],
      bring: async ({ given, clock }) => {
        const debit = await given.collected()
        await given.refund(debit)
        await clock.advance('PT10S')
        return debit
      },
    },
    {
      status: 'failed',
      bring: async ({ given, clock }) => {
        const debit = await given.instant(await given.active(), { amount: rs(160) })
        await clock.advance('PT10S')
        return debit
      },
    },
    {
      status: 'cancelled',
      bring: async (world) => {
        const { id } = await planned(world)
        return world.api.ok('presentations.cancel', { params: { id } })
      },
    },
    {
      status: 'reversed',
      offers: [],
      bring: async ({ given, api }) => {
        const { id } = await given.collected()
        return api.ok('sandbox.reversePresentation', { params: { id } })
      },
    },
    {
      status: 'reversed',
      which: 'that was collected twice',
      bring: async ({ given, api, clock }) => {
        const mandate = await given.debitedOnce()
        await api.ok('sandbox.addFault', { body: { on: 'presentation', fault: 'contradict' } })
        const debit = await given.debit(await given.delivered(mandate), { retry: 'auto' })
        await clock.to('2030-01-08 09:10')
        await api.ok('sandbox.reversePresentation', { params: { id: debit.id } })
        await clock.to('2030-01-08 09:35')
        return debit
      },
    },
  ],
}

async function planned({ given }: World): Promise<Subject> {
  return given.debit(await given.delivered(await given.debitedOnce()))
}

/** The bank declines ₹160 for want of funds. */
async function declined({ given, clock }: World, over: object = {}): Promise<Subject> {
  const notice = await given.delivered(await given.debitedOnce(), { amount: rs(160) })
  const debit = await given.debit(notice, { ...over })
  await clock.to('2030-01-08 08:30')
  return debit
}
