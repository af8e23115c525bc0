import { group } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

/** When the payer enters the PIN, and what comes of it. */
export const pinCases = group('the PIN of the payer', {
  'Until a debit has succeeded, every notified one takes the PIN': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const mandate = await given.active()
    const debit = await given.debit(await given.delivered(mandate))
    await clock.to('2030-01-08 08:00:10')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'awaiting_payer',
      allowed_actions: ['cancel'],
      payer_expires_at: ist('2030-01-08 08:30:10'),
      attempts: [{ authentication: 'pin', status: 'awaiting_payer' }],
    })
    await api.ok('sandbox.approvePresentation', { params: { id: debit.id } })
    await clock.advance('PT10S')
    expect((await given.presentation(debit)).status).toBe('succeeded')
    const second = await given.debit(await given.delivered(mandate, { debit_date: '2030-01-09' }))
    await clock.to('2030-01-09 09:00')
    expect(await given.presentation(second)).toMatchObject({
      status: 'succeeded',
      attempts: [{ authentication: 'none' }],
    })
  },

  'Up to ₹15,000.00 no PIN is asked, from ₹15,000.01 on it is': async ({
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce({ amount: rs(20_000) })
    const below = await given.debit(await given.delivered(mandate, { amount: rs(15_000) }))
    const above = await given.debit(await given.delivered(mandate, { amount: rs(15_000.01) }))
    await clock.to('2030-01-08 09:00')
    expect(await given.presentation(below)).toMatchObject({
      status: 'succeeded',
      attempts: [{ authentication: 'none' }],
    })
    await clock.to('2030-01-08 09:00')
    expect((await given.presentation(above)).attempts[0]?.authentication).toBe('pin')
  },

  'For category 6211 the limit is ₹1,00,000.00': async ({ given, clock, expect }) => {
    const mandate = await given.debitedOnce({ amount: rs(150_000), mcc: '6211' })
    const below = await given.debit(await given.delivered(mandate, { amount: rs(100_000) }))
    const above = await given.debit(await given.delivered(mandate, { amount: rs(100_000.01) }))
    await clock.to('2030-01-08 08:10')
    expect((await given.presentation(below)).status).toBe('succeeded')
    expect((await given.presentation(above)).status).toBe('awaiting_payer')
  },

  'The limit holds for the instant debit too': async ({ given, clock, expect }) => {
    const free = await given.instant(await given.active({ amount: rs(20_000) }), {
      amount: rs(15_000),
    })
    const asked = await given.instant(await given.active({ amount: rs(20_000) }), {
      amount: rs(15_000.01),
    })
    await clock.advance('PT10S')
    expect((await given.presentation(free)).status).toBe('succeeded')
    expect((await given.presentation(asked)).status).toBe('awaiting_payer')
  },

  'A PIN not entered within thirty minutes is a declined attempt, U69': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const debit = await given.debit(await given.delivered(await given.active()))
    await clock.to('2030-01-08 08:30:09.999')
    expect((await given.presentation(debit)).status).toBe('awaiting_payer')
    await clock.to('2030-01-08 08:30:10')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'declined',
      payer_expires_at: null,
      attempts: [
        { status: 'declined', decline: { reason: 'payer_did_not_authorise', npci_code: 'U69' } },
      ],
    })
    expect(
      await api.refused('sandbox.approvePresentation', { params: { id: debit.id } }),
    ).toMatchObject({
      status: 409,
      code: 'state_conflict',
    })
  },

  'With automatic retry the payer is asked again an hour after': async ({
    given,
    clock,
    expect,
  }) => {
    const debit = await given.debit(await given.delivered(await given.active()), { retry: 'auto' })
    await clock.to('2030-01-08 08:30:10')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'retry_scheduled',
      next_attempt_at: ist('2030-01-08 09:00:10'),
    })
    await clock.to('2030-01-08 09:00:10')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'awaiting_payer',
      attempts_left: 2,
    })
  },

  'A payer who refuses the PIN declines the attempt, ZA': async ({ given, api, clock, expect }) => {
    const debit = await given.debit(await given.delivered(await given.active()))
    await clock.to('2030-01-08 08:00:10')
    await api.ok('sandbox.declinePresentation', { params: { id: debit.id } })
    await clock.advance('PT10S')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'declined',
      allowed_actions: ['retry', 'cancel'],
      attempts: [
        { decline: { reason: 'payer_declined', npci_code: 'ZA', advice: 'after_payer_action' } },
      ],
    })
  },

  'After the PIN the bank may still refuse for good': async ({ given, api, clock, expect }) => {
    const mandate = await given.active({ payer: { vpa: 'account_frozen@sim' } })
    const debit = await given.debit(await given.delivered(mandate))
    await clock.to('2030-01-08 08:00:10')
    await api.ok('sandbox.approvePresentation', { params: { id: debit.id } })
    await clock.advance('PT10S')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'failed',
      attempts_left: 3,
      failure: { reason: 'account_frozen', advice: 'never' },
    })
  },

  'A PIN entered in the last second is not overtaken by the expiry': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const debit = await given.debit(await given.delivered(await given.active()))
    await clock.to('2030-01-08 08:30:09')
    await api.ok('sandbox.approvePresentation', { params: { id: debit.id } })
    await clock.advance('PT10S')
    expect((await given.presentation(debit)).status).toBe('succeeded')
  },

  'Where no PIN is asked the payer has nothing to do': async ({ given, api, clock, expect }) => {
    const debit = await given.debit(await given.delivered(await given.debitedOnce()))
    for (const operation of ['sandbox.approvePresentation', 'sandbox.declinePresentation'] as const)
      expect((await api.refused(operation, { params: { id: debit.id } })).code).toBe(
        'state_conflict',
      )
    await clock.to('2030-01-08 08:00:20')
    expect(
      (await api.refused('sandbox.approvePresentation', { params: { id: debit.id } })).code,
    ).toBe('state_conflict')
  },

  'A debit that waits for the PIN is cancelled by the merchant': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const debit = await given.debit(await given.delivered(await given.active()))
    await clock.to('2030-01-08 08:00:10')
    expect((await api.ok('presentations.cancel', { params: { id: debit.id } })).status).toBe(
      'cancelled',
    )
    await clock.to('2030-01-08 09:00')
    expect((await given.presentation(debit)).status).toBe('cancelled')
  },

  'The end of a mandate cancels a debit that waits for the PIN: none counts any more': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const mandate = await given.active()
    const debit = await given.debit(await given.delivered(mandate), { retry: 'auto' })
    await clock.to('2030-01-08 08:00:10')
    expect((await given.presentation(debit)).status).toBe('awaiting_payer')
    await api.ok('mandates.revoke', { params: { id: mandate.id } })
    expect(await given.presentation(debit)).toMatchObject({
      status: 'cancelled',
      allowed_actions: [],
    })
    expect(
      await api.refused('sandbox.approvePresentation', { params: { id: debit.id } }),
    ).toMatchObject({ status: 409, code: 'state_conflict' })
  },

  'A PIN entered before the end of the mandate is the bank’s to answer: its yes is a correction':
    async ({ given, api, clock, expect }) => {
      const mandate = await given.active()
      const debit = await given.debit(await given.delivered(mandate))
      await clock.to('2030-01-08 08:00:10')
      await api.ok('sandbox.approvePresentation', { params: { id: debit.id } })
      await api.ok('sandbox.revokeMandate', { params: { id: mandate.id } })
      expect((await given.presentation(debit)).status).toBe('cancelled')
      await clock.advance('PT10S')
      expect((await given.presentation(debit)).status).toBe('succeeded')
    },
})
