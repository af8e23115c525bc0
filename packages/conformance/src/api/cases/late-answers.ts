import type { Presentation } from '@upi-autopay/contract'
import { group, type World } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

/** A bank that says no and later yes, or yes and later no: what was collected is never lost, and never collected twice unseen. */
export const lateAnswerCases = group('answers that contradict', {
  'A bank that says no and, an hour and a half later, yes has collected: a failed debit is corrected':
    async ({ api, given, clock, expect }) => {
      await api.ok('sandbox.addFault', { body: { on: 'presentation', fault: 'contradict' } })
      const debit = await given.instant(await given.active())
      await clock.advance('PT10S')
      expect((await given.presentation(debit)).status).toBe('failed')
      await clock.advance('PT90M')
      expect(await given.presentation(debit)).toMatchObject({
        status: 'succeeded',
        failure: null,
        amount_collected: rs(50),
        attempts: [{ status: 'succeeded', decline: null }],
      })
      const told = await api.ok('events.list', { query: { type: 'presentation.corrected' } })
      expect(told.data.length).toBe(1)
    },

  'A yes after the no of a declined debit ends it: no further attempt is made': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const debit = await contradicted({ api, given, clock })
    expect((await given.presentation(debit)).status).toBe('declined')
    await clock.to('2030-01-08 09:35')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'succeeded',
      allowed_actions: ['refund'],
      attempts: [{ status: 'succeeded' }],
    })
    await api.refused('presentations.retry', { params: { id: debit.id }, body: {} })
  },

  'A yes that comes while a retry waits, by hand or by itself, takes the retry back': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const late = { when: 'at', present_at: ist('2030-01-08 14:00') }
    const byHand = await contradicted({ api, given, clock })
    await api.ok('presentations.retry', { params: { id: byHand.id }, body: late })
    expect((await given.presentation(byHand)).status).toBe('scheduled')
    await clock.to('2030-01-08 09:35')
    expect(await given.presentation(byHand)).toMatchObject({
      status: 'succeeded',
      next_attempt_at: null,
    })
    // Declined in the last hour before peak hours, so that the next attempt waits for their end.
    await clock.to('2030-01-08 09:40')
    const other = await given.debitedOnce({ start_date: '2030-01-08' })
    const notice = await given.delivered(other, { debit_date: '2030-01-09' })
    await api.ok('sandbox.addFault', { body: { on: 'presentation', fault: 'contradict' } })
    const byItself = await given.debit(notice, { retry: 'auto' })
    await clock.to('2030-01-09 10:00')
    expect((await given.presentation(byItself)).status).toBe('retry_scheduled')
    await clock.to('2030-01-09 15:00')
    expect(await given.presentation(byItself)).toMatchObject({
      status: 'succeeded',
      attempts: [{ status: 'succeeded' }],
    })
  },

  'A yes that comes after the debit was given up corrects it': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const debit = await contradicted({ api, given, clock })
    await api.ok('presentations.cancel', { params: { id: debit.id } })
    await clock.to('2030-01-08 09:35')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'succeeded',
      amount_collected: rs(300),
    })
  },

  'Two attempts of one debit that were both paid are both collected, the second told as surplus':
    async ({ api, given, clock, expect }) => {
      const debit = await contradicted({ api, given, clock }, { retry: 'auto' })
      await clock.to('2030-01-08 09:10')
      const paid = await given.presentation(debit)
      expect(paid).toMatchObject({
        status: 'succeeded',
        amount_collected: rs(300),
        attempts: [{ status: 'declined' }, { status: 'succeeded', surplus: false }],
      })
      await clock.to('2030-01-08 09:35')
      expect(await given.presentation(debit)).toMatchObject({
        status: 'succeeded',
        rrn: paid.rrn,
        amount_collected: rs(600),
        attempts: [
          { status: 'succeeded', surplus: true },
          { status: 'succeeded', surplus: false },
        ],
      })
      const told = await api.ok('events.list', {
        query: { type: 'presentation.surplus_collected' },
      })
      expect(told.data.length).toBe(1)
    },

  'An attempt at the bank when an earlier one turns out to be paid is surplus if it is paid too':
    async ({ api, given, clock, expect }) => {
      const debit = await contradicted({ api, given, clock })
      const late = { when: 'at', present_at: ist('2030-01-08 09:30:25') }
      await api.ok('presentations.retry', { params: { id: debit.id }, body: late })
      await clock.to('2030-01-08 09:30:25')
      expect((await given.presentation(debit)).status).toBe('processing')
      await clock.to('2030-01-08 09:30:30')
      expect(await given.presentation(debit)).toMatchObject({
        status: 'succeeded',
        amount_collected: rs(300),
        attempts: [{ status: 'succeeded' }, { status: 'processing' }],
      })
      await clock.to('2030-01-08 09:35')
      expect(await given.presentation(debit)).toMatchObject({
        status: 'succeeded',
        amount_collected: rs(600),
        attempts: [{ surplus: false }, { status: 'succeeded', surplus: true }],
      })
    },

  'A cycle paid by two of its debits has a surplus in the second': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const first = await contradicted({ api, given, clock }, {}, { frequency: 'monthly' })
    await api.ok('presentations.cancel', { params: { id: first.id } })
    const again = { notification_id: first.notification_id, reference_id: given.reference() }
    const second = await api.ok('presentations.create', {
      params: { id: first.mandate_id },
      body: again,
    })
    await clock.to('2030-01-08 09:00:10')
    await api.ok('sandbox.approvePresentation', { params: { id: second.id } })
    await clock.to('2030-01-08 09:10')
    expect((await given.presentation(second)).status).toBe('succeeded')
    await clock.to('2030-01-08 09:35')
    expect(await given.presentation(first)).toMatchObject({
      status: 'succeeded',
      amount_collected: rs(300),
      attempts: [{ surplus: true }],
    })
  },

  'A no after a yes changes nothing': async ({ api, given, clock, expect }) => {
    await api.ok('sandbox.addFault', { body: { on: 'presentation', fault: 'contradict' } })
    const debit = await given.instant(
      await given.active({ payer: { vpa: 'insufficient_funds@sim' } }),
    )
    await clock.advance('PT10S')
    const paid = await given.presentation(debit)
    expect(paid.status).toBe('succeeded')
    await clock.advance('PT2H')
    expect(await given.presentation(debit)).toEqual(paid)
  },
})

/** A debit of ₹300 on Tuesday whose attempt the bank declines at 08:00:30, and pays an hour and a half later. */
async function contradicted(
  { api, given, clock }: Pick<World, 'api' | 'given' | 'clock'>,
  over: { readonly retry?: 'auto' } = {},
  terms: { readonly frequency?: string } = {},
): Promise<Presentation> {
  const mandate =
    terms.frequency === undefined
      ? await given.debitedOnce()
      : await given.active({ ...terms, payer: { vpa: 'asha@sim' } })
  const debit = await given.debit(await given.delivered(mandate), over)
  await api.ok('sandbox.addFault', { body: { on: 'presentation', fault: 'contradict' } })
  await clock.to('2030-01-08 08:00:10')
  if ((await given.presentation(debit)).status === 'awaiting_payer')
    await api.ok('sandbox.approvePresentation', { params: { id: debit.id } })
  await clock.to('2030-01-08 08:00:30')
  return given.presentation(debit)
}
