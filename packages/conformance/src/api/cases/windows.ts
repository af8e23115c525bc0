import { group } from '../case.ts'
import { ist } from '../test-clock.ts'

const EDGES = [
  { last: '09:59:59.999', peak: '10:00', until: '13:00' },
  { last: '16:59:59.999', peak: '17:00', until: '21:30' },
] as const

/** Off-peak windows of Indian time: a wait, never a failure. */
export const windowCases = group('off-peak windows', {
  'Up to the last millisecond before peak hours a debit is made at once': async ({
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    for (const [index, { last }] of EDGES.entries()) {
      const day = `2030-01-0${8 + index}`
      const notice = await given.delivered(mandate, { debit_date: day })
      await clock.to(`${day} ${last}`)
      const debit = await given.debit(notice)
      expect(debit).toMatchObject({
        status: 'scheduled',
        deferred_until: null,
        deferred_because: null,
      })
      expect((await given.presentation(debit)).status).toBe('processing')
    }
  },

  'From the first millisecond of peak hours on a debit waits for their end': async ({
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    for (const [index, { peak, until }] of EDGES.entries()) {
      const day = `2030-01-0${8 + index}`
      const notice = await given.delivered(mandate, { debit_date: day })
      await clock.to(`${day} ${peak}`)
      const debit = await given.debit(notice)
      expect(debit).toMatchObject({
        status: 'scheduled',
        deferred_until: ist(`${day} ${until}`),
        deferred_because: 'peak_hours',
      })
      await clock.to(`${day} ${until}`)
      expect((await given.presentation(debit)).status).toBe('processing')
    }
  },

  'In the last millisecond of peak hours a debit still waits': async ({ given, clock, expect }) => {
    const notice = await given.delivered(await given.debitedOnce())
    await clock.to('2030-01-08 12:59:59.999')
    const debit = await given.debit(notice)
    expect((await given.presentation(debit)).status).toBe('scheduled')
    await clock.to('2030-01-08 13:00')
    expect((await given.presentation(debit)).status).toBe('processing')
  },

  'A notice delivered in peak hours has its debit after those of the next day': async ({
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    await clock.to('2030-01-07 10:30')
    const debit = await given.debit(await given.delivered(mandate))
    expect(debit).toMatchObject({
      deferred_until: ist('2030-01-08 13:00'),
      deferred_because: 'peak_hours',
    })
  },

  'A moment asked for in peak hours moves to their end': async ({ given, expect }) => {
    const notice = await given.delivered(await given.debitedOnce())
    const debit = await given.debit(notice, { when: 'at', present_at: ist('2030-01-08 18:00') })
    expect(debit).toMatchObject({
      deferred_until: ist('2030-01-08 21:30'),
      deferred_because: 'peak_hours',
    })
  },

  'The next window is the next to begin, though one is open now': async ({
    given,
    clock,
    expect,
  }) => {
    const notice = await given.delivered(await given.debitedOnce())
    await clock.to('2030-01-08 08:30')
    const debit = await given.debit(notice, { when: 'next_window' })
    expect(debit).toMatchObject({
      deferred_until: ist('2030-01-08 13:00'),
      deferred_because: 'next_window',
    })
    await clock.to('2030-01-08 12:59:59.999')
    expect((await given.presentation(debit)).status).toBe('scheduled')
    await clock.to('2030-01-08 13:00:10')
    expect((await given.presentation(debit)).status).toBe('succeeded')
  },

  'After half past nine in the evening no window of the day begins any more': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const notice = await given.delivered(await given.debitedOnce())
    await clock.to('2030-01-08 21:30')
    const body = {
      notification_id: notice.id,
      reference_id: given.reference(),
      when: 'next_window',
    }
    expect(
      await api.refused('presentations.create', { params: { id: notice.mandate_id }, body }),
    ).toMatchObject({
      status: 422,
      code: 'debit_window_closed',
      rule: { id: 'presentation.window' },
    })
    expect((await given.debit(notice)).deferred_because).toBe(null)
  },

  'Moments of a notice in peak hours are kept off too': async ({ given, clock, expect }) => {
    const notice = await given.delivered(await given.debitedOnce(), {
      debit_at: ist('2030-01-08 11:15'),
    })
    const debit = await given.debit(notice)
    expect(debit).toMatchObject({
      deferred_until: ist('2030-01-08 13:00'),
      deferred_because: 'peak_hours',
    })
    await clock.to('2030-01-08 13:00')
    expect((await given.presentation(debit)).status).toBe('processing')
  },
})
