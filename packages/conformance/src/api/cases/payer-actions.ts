import { brokenRule } from '../broken-rule.ts'
import { group } from '../case.ts'
import { ist } from '../test-clock.ts'

/** What payers and banks do with a mandate that stands, at any moment; and what loans keep from them. */
export const payerActionCases = group('payers and banks', {
  'A mandate says who revoked it: the merchant, the payer or the rail': async ({
    api,
    given,
    expect,
  }) => {
    const [one, two, three] = [await given.active(), await given.active(), await given.active()]
    expect(one.revoked_by).toBe(null)
    const ends = [
      await api.ok('mandates.revoke', { params: { id: one.id } }),
      await api.ok('sandbox.revokeMandate', { params: { id: two.id } }),
      await api.ok('sandbox.revokeMandateByRail', { params: { id: three.id } }),
    ]
    expect(ends.map(({ status, revoked_by }) => [status, revoked_by])).toEqual([
      ['revoked', 'merchant'],
      ['revoked', 'payer'],
      ['revoked', 'rail'],
    ])
  },

  'The rail ends what the payer has approved, active or paused, and nothing else': async ({
    api,
    given,
    expect,
  }) => {
    const paused = await given.active()
    await api.ok('sandbox.pauseMandate', { params: { id: paused.id } })
    expect(
      (await api.ok('sandbox.revokeMandateByRail', { params: { id: paused.id } })).status,
    ).toBe('revoked')
    const pending = await given.pending()
    for (const { id } of [pending, paused])
      expect(await api.refused('sandbox.revokeMandateByRail', { params: { id } })).toMatchObject({
        status: 409,
        code: 'state_conflict',
      })
  },

  'Revoked between notice and debit, the notice and the planned debit are cancelled by whoever revoked':
    async ({ api, given, expect }) => {
      for (const [operation, by] of [
        ['mandates.revoke', 'merchant'],
        ['sandbox.revokeMandate', 'payer'],
        ['sandbox.revokeMandateByRail', 'rail'],
      ] as const) {
        const mandate = await given.active()
        const notice = await given.delivered(mandate)
        const debit = await given.debit(notice)
        await api.ok(operation, { params: { id: mandate.id } })
        expect((await given.presentation(debit)).status).toBe('cancelled')
        expect(await given.notification(notice)).toMatchObject({
          status: 'cancelled',
          cancelled_by: by,
        })
      }
    },

  'A notice outlives a pause: paused and resumed before the debit, it is made at its time': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    const notice = await given.delivered(mandate)
    const debit = await given.debit(notice)
    await api.ok('sandbox.pauseMandate', { params: { id: mandate.id } })
    expect((await given.notification(notice)).status).toBe('delivered')
    await clock.to('2030-01-07 20:00')
    await api.ok('sandbox.resumeMandate', { params: { id: mandate.id } })
    await clock.to('2030-01-08 08:00:30')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'succeeded',
      attempts: [{ started_at: ist('2030-01-08 08:00:20') }],
    })
  },

  'A pause while the debit is with the bank does not undo it': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate))
    await clock.to('2030-01-08 08:00:20')
    await api.ok('sandbox.pauseMandate', { params: { id: mandate.id } })
    await clock.advance('PT10S')
    expect((await given.presentation(debit)).status).toBe('succeeded')
    expect((await given.mandate(mandate)).status).toBe('paused')
  },

  'A debit that waits for the PIN stays with the payer who pauses': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const mandate = await given.active()
    const debit = await given.debit(await given.delivered(mandate))
    await clock.to('2030-01-08 08:00:10')
    await api.ok('sandbox.pauseMandate', { params: { id: mandate.id } })
    expect((await given.presentation(debit)).status).toBe('awaiting_payer')
    await api.ok('sandbox.approvePresentation', { params: { id: debit.id } })
    await clock.advance('PT10S')
    expect((await given.presentation(debit)).status).toBe('succeeded')
  },

  'Revoked while its debit is with the bank, the debit still counts': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate))
    await clock.to('2030-01-08 08:00:20')
    await api.ok('sandbox.revokeMandateByRail', { params: { id: mandate.id } })
    await clock.advance('PT10S')
    expect((await given.presentation(debit)).status).toBe('succeeded')
    expect((await given.mandate(mandate)).status).toBe('revoked')
  },

  'A loan is neither revoked nor paused by its payer, and revoked by the merchant': async ({
    api,
    given,
    expect,
  }) => {
    const loan = await given.active({ mcc: '7322' })
    const params = { id: loan.id }
    expect(await api.refused('sandbox.revokeMandate', { params })).toMatchObject(
      brokenRule('mandate.payer_revocable', 'revocation_not_allowed', ''),
    )
    expect(await api.refused('sandbox.pauseMandate', { params })).toMatchObject(
      brokenRule('mandate.payer_pausable', 'pause_not_allowed', ''),
    )
    expect(await given.mandate(loan)).toEqual(loan)
    expect((await api.ok('mandates.revoke', { params })).revoked_by).toBe('merchant')
  },

  'The payer of a loan may still decline it, and the rail may still end it': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const pending = await given.pending({ mcc: '7322' })
    await api.ok('sandbox.declineMandate', { params: { id: pending.id } })
    await clock.advance('PT10S')
    expect((await given.mandate(pending)).status).toBe('rejected')
    const loan = await given.active({ mcc: '7322' })
    expect(
      (await api.ok('sandbox.revokeMandateByRail', { params: { id: loan.id } })).revoked_by,
    ).toBe('rail')
  },
})
