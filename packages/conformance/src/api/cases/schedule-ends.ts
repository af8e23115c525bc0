import { group } from '../case.ts'
import { plan, read, upcoming } from '../schedule-steps.ts'
import { ist } from '../test-clock.ts'

/** Who holds a schedule up or ends it, and what becomes of what it announced. */
export const scheduleEndCases = group('schedules held up and ended', {
  'Paused it announces nothing; announced debits go on; resumed it skips what passed': async (
    world,
  ) => {
    const { api, clock, given, expect } = world
    const mandate = await given.debitedOnce({ frequency: 'weekly' })
    const schedule = await plan(world, mandate)
    const { id } = schedule
    await clock.to('2030-01-15 00:00')
    const paused = await api.ok('schedules.pause', { params: { id } })
    expect(paused).toMatchObject({
      status: 'paused',
      allowed_actions: ['resume', 'cancel'],
      next: null,
    })
    expect(await api.refused('schedules.pause', { params: { id } })).toMatchObject({
      status: 409,
      code: 'state_conflict',
      allowed_actions: ['resume', 'cancel'],
    })
    await clock.to('2030-02-05 08:00')
    expect((await read(world, schedule)).done).toMatchObject({ succeeded: 1, skipped: 0 })
    // Two weeks are over already: they are told as skipped once it is resumed.
    expect((await upcoming(world, schedule)).cycles[0]).toMatchObject({
      number: 4,
      debit_date: '2030-02-06',
      action: 'skip',
      notify_at: null,
      reason: 'schedule_paused',
    })
    expect(await api.ok('schedules.resume', { params: { id } })).toMatchObject({
      status: 'active',
      skips: [
        {
          number: 2,
          cycles: 2,
          from: '2030-01-21',
          until: '2030-02-03',
          reason: 'schedule_paused',
        },
      ],
      next: { number: 4, debit_date: '2030-02-06', notify_at: ist('2030-02-05 08:00') },
    })
    expect(await api.refused('schedules.resume', { params: { id } })).toMatchObject({
      code: 'state_conflict',
    })
  },

  'Cancelled it announces nothing more; what is announced is still debited': async (world) => {
    const { api, clock, given, expect } = world
    const mandate = await given.debitedOnce({ frequency: 'weekly' })
    const { id } = await plan(world, mandate)
    await clock.to('2030-01-15 00:00')
    expect(await api.ok('schedules.cancel', { params: { id } })).toMatchObject({
      status: 'cancelled',
      allowed_actions: [],
      next: null,
      end_reason: 'merchant',
      ended_at: ist('2030-01-15 00:00'),
    })
    expect(await api.refused('schedules.cancel', { params: { id } })).toMatchObject({
      code: 'state_conflict',
    })
    await clock.to('2030-02-05 08:00')
    expect(await read(world, { id })).toMatchObject({
      status: 'cancelled',
      done: { succeeded: 1, skipped: 0 },
    })
    expect((await plan(world, mandate, { starts_on: '2030-02-08' })).status).toBe('active')
  },

  'A paused schedule is cancelled as well': async (world) => {
    const { api, given, expect } = world
    const { id } = await plan(world, await given.active({ frequency: 'weekly' }))
    await api.ok('schedules.pause', { params: { id } })
    expect((await api.ok('schedules.cancel', { params: { id } })).status).toBe('cancelled')
  },

  'A revoked mandate takes its schedule with it, and what was announced': async (world) => {
    const { api, clock, given, expect } = world
    const mandate = await given.active({ frequency: 'weekly' })
    const schedule = await plan(world, mandate)
    await clock.to('2030-01-15 00:00')
    await api.ok('sandbox.revokeMandate', { params: { id: mandate.id } })
    expect(await read(world, schedule)).toMatchObject({
      status: 'cancelled',
      end_reason: 'mandate_ended',
      done: { cancelled: 1 },
    })
    expect((await upcoming(world, schedule)).cycles).toEqual([])
  },

  'While the payer has paused the mandate a notice waits; resumed in time no cycle is lost': async (
    world,
  ) => {
    const { api, clock, given, expect } = world
    const mandate = await given.debitedOnce({ frequency: 'weekly' })
    const schedule = await plan(world, mandate)
    const { id } = mandate
    await api.ok('sandbox.pauseMandate', { params: { id } })
    expect((await upcoming(world, schedule)).cycles.slice(0, 2)).toMatchObject([
      {
        number: 1,
        action: 'announce',
        notify_at: ist('2030-01-19 23:19'),
        waits_for: 'mandate_paused',
      },
      {
        number: 2,
        action: 'announce',
        notify_at: ist('2030-01-26 23:19'),
        waits_for: 'mandate_paused',
      },
    ])
    for (const moment of ['2030-01-07 08:01', '2030-01-15 00:00']) {
      await clock.to(moment)
      expect((await read(world, schedule)).next).toMatchObject({
        number: 1,
        waits_for: 'mandate_paused',
        notify_at: ist('2030-01-19 23:19'),
      })
    }
    await clock.to('2030-01-17 09:00')
    await api.ok('sandbox.resumeMandate', { params: { id } })
    expect((await read(world, schedule)).last).toMatchObject({
      number: 1,
      debit_date: '2030-01-18',
    })
    await api.ok('sandbox.pauseMandate', { params: { id } })
    await clock.to('2030-01-27 00:00')
    expect((await read(world, schedule)).skips).toMatchObject([
      { number: 2, cycles: 1, reason: 'mandate_paused' },
    ])
  },

  'The last day of the mandate cancels a schedule that is held up': async (world) => {
    const { api, clock, given, expect } = world
    const mandate = await given.active({ frequency: 'weekly', end_date: '2030-01-31' })
    const { id } = await plan(world, mandate)
    await api.ok('schedules.pause', { params: { id } })
    await clock.to('2030-02-01 00:00')
    expect(await read(world, { id })).toMatchObject({
      status: 'cancelled',
      end_reason: 'mandate_ended',
    })
  },
})
