import { group, type World } from '../case.ts'
import { rs } from '../given.ts'

/** The payer approves a lower amount than ₹5,000; the bank says so ten seconds later. */
async function lowered({ api }: World, { id }: { id: string }, amount = rs(300)): Promise<void> {
  await api.ok('mandates.modify', { params: { id }, body: { amount } })
  await api.ok('sandbox.approveMandate', { params: { id }, body: {} })
}

/** New terms that come while a debit is under way. */
export const changedTermsCases = group('new terms and a debit under way', {
  'A debit that is with the bank when lower terms come counts when it succeeds': async (world) => {
    const { clock, given, expect } = world
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate, { amount: rs(400) }))
    await clock.to('2030-01-08 08:00:15')
    await lowered(world, mandate)
    await clock.to('2030-01-08 08:00:25')
    expect(await given.mandate(mandate)).toMatchObject({
      amount: rs(300),
      modification: { status: 'applied' },
    })
    expect((await given.presentation(debit)).status).toBe('processing')
    await clock.advance('PT5S')
    expect((await given.presentation(debit)).status).toBe('succeeded')
  },

  'A debit that the bank declines after lower terms came is not tried again': async (world) => {
    const { clock, given, expect } = world
    const mandate = await given.debitedOnce()
    const notice = await given.delivered(mandate, { amount: rs(160) })
    const debit = await given.debit(notice, { retry: 'auto' })
    await clock.to('2030-01-08 08:00:15')
    await lowered(world, mandate, rs(155))
    await clock.to('2030-01-08 08:00:25')
    expect((await given.mandate(mandate)).amount).toBe(rs(155))
    expect((await given.presentation(debit)).status).toBe('processing')
    await clock.advance('PT10S')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'failed',
      failure: { reason: 'insufficient_funds' },
      attempts: [{ status: 'declined' }],
    })
  },

  'A debit that waits for the PIN is called off by terms that no longer allow it': async (
    world,
  ) => {
    const { api, clock, given, expect } = world
    const mandate = await given.active()
    const notice = await given.delivered(mandate, { amount: rs(400) })
    const debit = await given.debit(notice)
    await clock.to('2030-01-08 08:01')
    expect((await given.presentation(debit)).status).toBe('awaiting_payer')
    await lowered(world, mandate)
    await clock.advance('PT10S')
    expect((await given.presentation(debit)).status).toBe('cancelled')
    expect(
      await api.refused('sandbox.approvePresentation', { params: { id: debit.id } }),
    ).toMatchObject({ status: 409, code: 'state_conflict' })
  },

  'A PIN entered before lower terms came may still be honoured by the bank': async (world) => {
    const { api, clock, given, expect } = world
    const mandate = await given.active()
    const debit = await given.debit(await given.delivered(mandate, { amount: rs(400) }))
    await clock.to('2030-01-08 08:01')
    await lowered(world, mandate)
    await clock.advance('PT5S')
    await api.ok('sandbox.approvePresentation', { params: { id: debit.id } })
    await clock.advance('PT5S')
    expect((await given.presentation(debit)).status).toBe('cancelled')
    await clock.advance('PT5S')
    expect((await given.presentation(debit)).status).toBe('succeeded')
  },
})
