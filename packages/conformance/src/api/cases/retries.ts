import { brokenRule } from '../broken-rule.ts'
import { group } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

/** An amount that the sandbox's bank declines for want of funds, each time. */
const SHORT = { amount: rs(160) }

/** Declines and what follows: by hand, by itself, or nothing more. */
export const retryCases = group('declines and retries', {
  'A decline is told in three layers, with advice': async ({ given, clock, expect }) => {
    const debit = await given.debit(await given.delivered(await given.debitedOnce(), SHORT))
    await clock.to('2030-01-08 08:00:30')
    const decline = {
      reason: 'insufficient_funds',
      provider_code: 'Z9',
      npci_code: 'Z9',
      advice: 'retry_later',
    }
    expect(await given.presentation(debit)).toMatchObject({
      status: 'declined',
      allowed_actions: ['retry', 'cancel'],
      attempts_left: 3,
      next_attempt_at: null,
      failure: null,
      attempts: [
        { number: 1, status: 'declined', ended_at: ist('2030-01-08 08:00:30'), rrn: null, decline },
      ],
    })
  },

  'A retry by hand waits an hour after the attempt before': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const debit = await given.debit(await given.delivered(await given.debitedOnce(), SHORT))
    await clock.to('2030-01-08 08:00:30')
    expect(
      await api.ok('presentations.retry', { params: { id: debit.id }, body: {} }),
    ).toMatchObject({
      status: 'scheduled',
      deferred_until: ist('2030-01-08 09:00:20'),
      deferred_because: 'attempt_spacing',
    })
    await clock.to('2030-01-08 09:00:19.999')
    expect((await given.presentation(debit)).attempts.length).toBe(1)
    await clock.to('2030-01-08 09:00:20')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'processing',
      attempts_left: 2,
    })
  },

  'A retry by hand an hour later is made at once': async ({ given, api, clock, expect }) => {
    const debit = await given.debit(await given.delivered(await given.debitedOnce(), SHORT))
    await clock.to('2030-01-08 09:30')
    await api.ok('presentations.retry', { params: { id: debit.id }, body: {} })
    expect((await given.presentation(debit)).status).toBe('processing')
  },

  'A retry waits for a moment or a window that is asked for': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    const one = await given.debit(await given.delivered(mandate, SHORT))
    const two = await given.debit(await given.delivered(mandate, SHORT))
    await clock.to('2030-01-08 09:00')
    const at = { when: 'at', present_at: ist('2030-01-08 15:15') }
    expect(await api.ok('presentations.retry', { params: { id: one.id }, body: at })).toMatchObject(
      {
        deferred_until: ist('2030-01-08 15:15'),
        deferred_because: 'requested_time',
      },
    )
    const next = { when: 'next_window' }
    expect(
      await api.ok('presentations.retry', { params: { id: two.id }, body: next }),
    ).toMatchObject({
      deferred_until: ist('2030-01-08 13:00'),
      deferred_because: 'next_window',
    })
  },

  'Only a declined debit is retried': async ({ given, api, clock, expect }) => {
    const debit = await given.debit(await given.delivered(await given.debitedOnce()))
    const refused = () => api.refused('presentations.retry', { params: { id: debit.id }, body: {} })
    expect(await refused()).toMatchObject({
      status: 409,
      code: 'state_conflict',
      allowed_actions: ['cancel'],
    })
    await clock.to('2030-01-08 08:00:30')
    expect(await refused()).toMatchObject({
      status: 409,
      code: 'state_conflict',
      allowed_actions: ['refund'],
    })
  },

  'A retry after the window is refused': async ({ given, api, clock, expect }) => {
    const debit = await given.debit(await given.delivered(await given.debitedOnce(), SHORT))
    await clock.to('2030-01-08 23:00')
    const body = { when: 'at', present_at: ist('2030-01-09 00:00') }
    expect(
      await api.refused('presentations.retry', { params: { id: debit.id }, body }),
    ).toMatchObject({
      status: 422,
      code: 'debit_window_closed',
    })
  },

  'Automatic retries are an hour apart and jump over peak hours; after four attempts it has failed':
    async ({ given, clock, expect }) => {
      const debit = await given.debit(await given.delivered(await given.debitedOnce(), SHORT), {
        retry: 'auto',
      })
      const attempts = ['08:00:20', '09:00:20', '13:00:00', '14:00:00']
      for (const [index, time] of attempts.entries()) {
        await clock.to(`2030-01-08 ${time}`)
        expect((await given.presentation(debit)).status, time).toBe('processing')
        await clock.advance('PT10S')
        const after = await given.presentation(debit)
        expect(after.attempts.length).toBe(index + 1)
        if (index < 3)
          expect(after).toMatchObject({
            status: 'retry_scheduled',
            allowed_actions: ['cancel'],
            deferred_because: index === 1 ? 'peak_hours' : 'attempt_spacing',
            deferred_until: ist(`2030-01-08 ${attempts[index + 1]}`),
          })
      }
      expect(await given.presentation(debit)).toMatchObject({
        status: 'failed',
        attempts_left: 0,
        allowed_actions: [],
        failure: { reason: 'insufficient_funds' },
      })
    },

  'The fifth attempt of a cycle is refused, by the same notice and by a new one': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const mandate = await given.active({
      frequency: 'monthly',
      payer: { vpa: 'insufficient_funds@sim' },
    })
    const notice = await given.delivered(mandate, { amount: rs(50) })
    const debit = await given.debit(notice, { retry: 'auto' })
    await clock.to('2030-01-08 15:00')
    expect(await given.presentation(debit)).toMatchObject({ status: 'failed', attempts_left: 0 })
    const again = await api.refused('presentations.create', {
      params: { id: mandate.id },
      body: { notification_id: notice.id, reference_id: given.reference() },
    })
    expect(again).toMatchObject(brokenRule('presentation.attempt_limit', 'attempts_exhausted', ''))
    expect(again.limit).toEqual({ attempts: 4 })
    const renewed = await api.refused('notifications.create', {
      params: { id: mandate.id },
      body: { amount: rs(50), debit_date: '2030-01-09' },
    })
    expect(renewed).toMatchObject(
      brokenRule('presentation.attempt_limit', 'attempts_exhausted', ''),
    )
  },

  'Attempts spent stay spent when the debit is cancelled and presented again': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const notice = await given.delivered(await given.debitedOnce(), SHORT)
    const first = await given.debit(notice)
    await clock.to('2030-01-08 08:00:30')
    await api.ok('presentations.cancel', { params: { id: first.id } })
    expect(await given.debit(notice)).toMatchObject({
      attempts_left: 3,
      deferred_because: 'attempt_spacing',
      deferred_until: ist('2030-01-08 09:00:20'),
    })
  },

  'A cycle notified again keeps its number and the attempts already spent': async ({
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.active({
      frequency: 'monthly',
      payer: { vpa: 'insufficient_funds@sim' },
    })
    const first = await given.delivered(mandate, { amount: rs(50) })
    await given.debit(first)
    await clock.to('2030-01-09 00:00')
    const second = await given.delivered(mandate, { amount: rs(50), debit_date: '2030-01-10' })
    expect(second.sequence_number).toBe(first.sequence_number)
    expect((await given.debit(second)).attempts_left).toBe(3)
  },

  'A declined debit fails when its day ends, with the decline as its reason': async ({
    given,
    clock,
    expect,
  }) => {
    const debit = await given.debit(await given.delivered(await given.debitedOnce(), SHORT))
    await clock.to('2030-01-08 23:59:59.999')
    expect((await given.presentation(debit)).status).toBe('declined')
    await clock.to('2030-01-09 00:00')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'failed',
      attempts_left: 3,
      failure: { reason: 'insufficient_funds' },
    })
  },

  'Late in the evening there is no hour left for another automatic attempt': async ({
    given,
    clock,
    expect,
  }) => {
    const notice = await given.delivered(await given.debitedOnce(), SHORT)
    await clock.to('2030-01-08 22:30')
    const debit = await given.debit(notice, { retry: 'auto' })
    await clock.advance('PT10S')
    expect((await given.presentation(debit)).deferred_until).toBe(ist('2030-01-08 23:30'))
    await clock.to('2030-01-08 23:30:10')
    expect(await given.presentation(debit)).toMatchObject({ status: 'failed', attempts_left: 2 })
  },

  'Waiting for its retry a debit is cancelled like any other': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const debit = await given.debit(await given.delivered(await given.debitedOnce(), SHORT), {
      retry: 'auto',
    })
    await clock.to('2030-01-08 08:30')
    expect((await api.ok('presentations.cancel', { params: { id: debit.id } })).status).toBe(
      'cancelled',
    )
    await clock.to('2030-01-08 10:00')
    expect((await given.presentation(debit)).attempts.length).toBe(1)
  },

  'A retry that meets money collects it': async ({ given, clock, expect }) => {
    const mandate = await given.active({ payer: { vpa: 'insufficient_funds_once@sim' } })
    const debit = await given.debit(await given.delivered(mandate, { amount: rs(50) }), {
      retry: 'auto',
    })
    await clock.to('2030-01-08 12:00')
    const done = await given.presentation(debit)
    expect(done).toMatchObject({ status: 'succeeded', failure: null, attempts_left: 2 })
    expect(done.attempts.map(({ status }) => status)).toEqual(['declined', 'succeeded'])
  },
})
