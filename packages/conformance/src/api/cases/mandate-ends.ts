import { group } from '../case.ts'
import { ist } from '../test-clock.ts'

/** What a pause holds back, and what the end of a mandate takes with it. */
export const mandateEndCases = group('pauses and ends', {
  'A paused mandate debits nothing; resumed, it goes on at once': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate))
    await api.ok('sandbox.pauseMandate', { params: { id: mandate.id } })
    await clock.to('2030-01-08 09:00')
    expect(await given.presentation(debit)).toMatchObject({ status: 'scheduled', attempts: [] })
    await api.ok('sandbox.resumeMandate', { params: { id: mandate.id } })
    expect((await given.presentation(debit)).status).toBe('processing')
    await clock.advance('PT10S')
    expect((await given.presentation(debit)).status).toBe('succeeded')
  },

  'Resumed in peak hours it waits for their end': async ({ given, api, clock, expect }) => {
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate))
    await api.ok('sandbox.pauseMandate', { params: { id: mandate.id } })
    await clock.to('2030-01-08 11:00')
    await api.ok('sandbox.resumeMandate', { params: { id: mandate.id } })
    expect(await given.presentation(debit)).toMatchObject({
      status: 'scheduled',
      deferred_until: ist('2030-01-08 13:00'),
      deferred_because: 'peak_hours',
    })
  },

  'A retry that falls due in a pause is made after it': async ({ given, api, clock, expect }) => {
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate, { amount: 16_000 }), {
      retry: 'auto',
    })
    await clock.to('2030-01-08 08:30')
    await api.ok('sandbox.pauseMandate', { params: { id: mandate.id } })
    await clock.to('2030-01-08 09:30')
    expect((await given.presentation(debit)).status).toBe('retry_scheduled')
    await api.ok('sandbox.resumeMandate', { params: { id: mandate.id } })
    expect((await given.presentation(debit)).status).toBe('processing')
  },

  'A retry held back by a pause until its window ends has failed': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate, { amount: 16_000 }), {
      retry: 'auto',
    })
    await clock.to('2030-01-08 08:30')
    await api.ok('sandbox.pauseMandate', { params: { id: mandate.id } })
    await clock.to('2030-01-09 00:00')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'failed',
      attempts_left: 3,
      failure: { reason: 'insufficient_funds' },
    })
  },

  'A revocation cancels what is planned and leaves what is with the bank': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    const atBank = await given.debit(await given.delivered(mandate))
    const planned = await given.debit(await given.delivered(mandate, { debit_date: '2030-01-09' }))
    await clock.to('2030-01-08 08:00:20')
    await api.ok('mandates.revoke', { params: { id: mandate.id } })
    expect((await given.presentation(planned)).status).toBe('cancelled')
    expect((await given.presentation(atBank)).status).toBe('processing')
    await clock.advance('PT10S')
    expect((await given.presentation(atBank)).status).toBe('succeeded')
    expect((await given.mandate(mandate)).status).toBe('revoked')
  },

  'A declined debit and one that waits for its retry are cancelled by the revocation': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    const declined = await given.debit(await given.delivered(mandate, { amount: 16_000 }))
    const waiting = await given.debit(await given.delivered(mandate, { amount: 16_000 }), {
      retry: 'auto',
    })
    await clock.to('2030-01-08 08:30')
    await api.ok('sandbox.revokeMandate', { params: { id: mandate.id } })
    for (const debit of [declined, waiting])
      expect(await given.presentation(debit)).toMatchObject({
        status: 'cancelled',
        allowed_actions: [],
      })
  },

  'A decline after the end of the mandate is final': async ({ given, api, clock, expect }) => {
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate, { amount: 16_000 }), {
      retry: 'auto',
    })
    await clock.to('2030-01-08 08:00:20')
    await api.ok('mandates.revoke', { params: { id: mandate.id } })
    await clock.advance('PT10S')
    expect(await given.presentation(debit)).toMatchObject({ status: 'failed', attempts_left: 3 })
  },

  'The last day of a mandate ends its notices and debits with it': async ({
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce({ end_date: '2030-01-08' })
    const debit = await given.debit(await given.delivered(mandate, { amount: 16_000 }))
    const unused = await given.delivered(mandate)
    await clock.to('2030-01-09 00:00')
    expect((await given.mandate(mandate)).status).toBe('completed')
    expect(['failed', 'cancelled']).toContain((await given.presentation(debit)).status)
    expect(['lapsed', 'cancelled']).toContain((await given.notification(unused)).status)
  },

  'A debit is not retried under a mandate that is paused': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate, { amount: 16_000 }))
    await clock.to('2030-01-08 08:30')
    await api.ok('sandbox.pauseMandate', { params: { id: mandate.id } })
    expect(
      await api.refused('presentations.retry', { params: { id: debit.id }, body: {} }),
    ).toMatchObject({
      status: 409,
      code: 'state_conflict',
    })
  },
})
