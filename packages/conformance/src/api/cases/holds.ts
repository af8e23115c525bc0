import { group } from '../case.ts'
import { ist } from '../test-clock.ts'

/** Debits that are due and held back by something that names no end. */
export const holdCases = group('debits held back', {
  'A debit that comes due in a pause says so, and names no moment': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate))
    await api.ok('sandbox.pauseMandate', { params: { id: mandate.id } })
    await clock.to('2030-01-08 08:00:20')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'scheduled',
      deferred_because: 'mandate_paused',
      deferred_until: null,
      next_attempt_at: null,
      allowed_actions: ['cancel'],
      attempts: [],
    })
    await clock.to('2030-01-08 09:00')
    await api.ok('sandbox.resumeMandate', { params: { id: mandate.id } })
    expect(await given.presentation(debit)).toMatchObject({
      status: 'processing',
      deferred_because: null,
      attempts: [{ started_at: ist('2030-01-08 09:00') }],
    })
  },

  'Resumed in peak hours it waits for their end': async ({ api, given, clock, expect }) => {
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate))
    await api.ok('sandbox.pauseMandate', { params: { id: mandate.id } })
    await clock.to('2030-01-08 11:00')
    await api.ok('sandbox.resumeMandate', { params: { id: mandate.id } })
    expect(await given.presentation(debit)).toMatchObject({
      status: 'scheduled',
      deferred_because: 'peak_hours',
      deferred_until: ist('2030-01-08 13:00'),
    })
  },

  'Held to the end of its day it has failed': async ({ api, given, clock, expect }) => {
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate))
    await api.ok('sandbox.pauseMandate', { params: { id: mandate.id } })
    await clock.to('2030-01-08 23:59:59.999')
    expect((await given.presentation(debit)).deferred_because).toBe('mandate_paused')
    await clock.to('2030-01-09 00:00')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'failed',
      failure: null,
      attempts: [],
    })
  },

  'An instant debit held back ends with its five minutes': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.active()
    const at = { when: 'at', present_at: ist('2030-01-07 08:01') }
    const debit = await given.instant(mandate, at)
    await api.ok('sandbox.pauseMandate', { params: { id: mandate.id } })
    await clock.to('2030-01-07 08:05')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'scheduled',
      deferred_because: 'mandate_paused',
    })
    await clock.to('2030-01-07 08:05:01')
    expect((await given.presentation(debit)).status).toBe('failed')
  },

  'A retry by itself is held back as well': async ({ api, given, clock, expect }) => {
    const mandate = await given.active({ payer: { vpa: 'insufficient_funds_once@sim' } })
    const debit = await given.debit(await given.delivered(mandate), { retry: 'auto' })
    await clock.to('2030-01-08 08:00:10')
    await api.ok('sandbox.approvePresentation', { params: { id: debit.id } })
    await clock.to('2030-01-08 08:10')
    await api.ok('sandbox.pauseMandate', { params: { id: mandate.id } })
    await clock.to('2030-01-08 09:30')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'retry_scheduled',
      deferred_because: 'mandate_paused',
      next_attempt_at: null,
    })
  },
})
