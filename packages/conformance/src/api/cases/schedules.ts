import { group } from '../case.ts'
import { rs } from '../given.ts'
import { daysOf, plan, read, toldOf, upcoming } from '../schedule-steps.ts'
import { ist } from '../test-clock.ts'

/** Schedules: what the server announces and debits by itself, cycle by cycle. */
export const scheduleCases = group('schedules', {
  'A schedule says on which day it debits first, and when the payer is told': async (world) => {
    const mandate = await world.given.active({ frequency: 'weekly' })
    const schedule = await plan(world, mandate, { reference_id: 'plan-0001', count: 4 })
    world.expect(schedule).toMatchObject({
      object: 'schedule',
      status: 'active',
      allowed_actions: ['pause', 'cancel'],
      mandate_id: mandate.id,
      reference_id: 'plan-0001',
      amount: rs(80),
      amounts: null,
      starts_on: '2030-01-16',
      until: null,
      count: 4,
      next: {
        number: 1,
        cycle: { from: '2030-01-14', until: '2030-01-20' },
        debit_date: '2030-01-16',
        notify_at: ist('2030-01-14 12:00'),
        waits_for: null,
      },
      last: null,
      skips: [],
      done: { succeeded: 0, failed: 0, cancelled: 0, skipped: 0 },
      ended_at: null,
    })
  },

  'Each week it announces and debits by itself, on the same day of the week': async (world) => {
    const { api, clock, given, expect } = world
    const mandate = await given.debitedOnce({ frequency: 'weekly' })
    const schedule = await plan(world, mandate)
    await clock.to('2030-01-14 12:00:10')
    const announced = await read(world, schedule)
    expect(announced).toMatchObject({
      last: { number: 1, debit_date: '2030-01-16' },
      next: { number: 2, debit_date: '2030-01-23', notify_at: ist('2030-01-21 12:00') },
    })
    expect(await given.notification({ id: announced.last?.notification_id ?? '' })).toMatchObject({
      status: 'delivered',
      schedule_id: schedule.id,
      batch_id: null,
    })
    expect(await given.presentation({ id: announced.last?.presentation_id ?? '' })).toMatchObject({
      status: 'scheduled',
      schedule_id: schedule.id,
      deferred_because: 'debit_date',
      next_attempt_at: ist('2030-01-16 00:00'),
    })
    await clock.to('2030-01-30 00:01')
    expect((await read(world, schedule)).done).toMatchObject({ succeeded: 3, failed: 0 })
    const debits = await api.ok('presentations.list', { query: { schedule_id: schedule.id } })
    expect(debits.data.map(({ succeeded_at }) => succeeded_at)).toEqual([
      ist('2030-01-30 00:00:10'),
      ist('2030-01-23 00:00:10'),
      ist('2030-01-16 00:00:10'),
    ])
    const notices = await api.ok('notifications.list', { query: { schedule_id: schedule.id } })
    expect(notices.data.map(({ debit_date }) => debit_date)).toEqual([
      '2030-01-30',
      '2030-01-23',
      '2030-01-16',
    ])
  },

  'A daily schedule debits every day; each is announced at noon two days before': async (world) => {
    const { api, clock, given, expect } = world
    const mandate = await given.debitedOnce({ frequency: 'daily' })
    const schedule = await plan(world, mandate, { starts_on: '2030-01-10', count: 5 })
    await clock.to('2030-01-15 00:00')
    const notices = await api.ok('notifications.list', { query: { schedule_id: schedule.id } })
    expect(notices.data.map(({ delivered_at }) => delivered_at).reverse()).toEqual(
      ['08', '09', '10', '11', '12'].map((day) => ist(`2030-01-${day} 12:00:10`)),
    )
    expect(await read(world, schedule)).toMatchObject({
      status: 'completed',
      allowed_actions: [],
      next: null,
      done: { succeeded: 5 },
      end_reason: null,
    })
  },

  'A monthly schedule from the 31st debits on the last day of shorter months': async (world) => {
    const { clock, given, expect } = world
    const mandate = await given.debitedOnce({ frequency: 'monthly', start_date: '2030-01-07' })
    const schedule = await plan(world, mandate, { starts_on: '2030-02-28', count: 3 })
    const other = await given.active({ frequency: 'monthly' })
    const last = await plan(world, other, { starts_on: '2030-01-31', count: 4 })
    expect(await daysOf(world, last)).toEqual([
      '2030-01-31',
      '2030-02-28',
      '2030-03-31',
      '2030-04-30',
    ])
    expect(await daysOf(world, schedule)).toEqual(['2030-02-28', '2030-03-28', '2030-04-28'])
    await clock.to('2030-04-28 00:01')
    expect(await read(world, schedule)).toMatchObject({
      status: 'completed',
      done: { succeeded: 3 },
    })
  },

  'It keeps to the debit rule of the mandate': async (world) => {
    const rule = { type: 'on', day: 5 }
    const mandate = await world.given.active({ frequency: 'monthly', debit_rule: rule })
    const schedule = await plan(world, mandate, { starts_on: '2030-01-16', count: 2 })
    world.expect(await daysOf(world, schedule)).toEqual(['2030-02-05', '2030-03-05'])
  },

  'Each cycle may have an amount of its own; they are debited in order': async (world) => {
    const { api, clock, given, expect } = world
    const mandate = await given.debitedOnce({ frequency: 'weekly' })
    const amounts = [rs(10), rs(20), rs(30)]
    const schedule = await plan(world, mandate, { amount: undefined, amounts })
    expect(schedule).toMatchObject({ amount: null, amounts, count: 3, next: { amount: rs(10) } })
    await clock.to('2030-02-01 00:00')
    const debits = await api.ok('presentations.list', { query: { schedule_id: schedule.id } })
    expect(debits.data.map(({ amount, status }) => [amount, status])).toEqual([
      [rs(30), 'succeeded'],
      [rs(20), 'succeeded'],
      [rs(10), 'succeeded'],
    ])
    expect((await read(world, schedule)).status).toBe('completed')
  },

  'What it will do is told: the announced debit first, then the next cycles, twelve at most':
    async (world) => {
      const { clock, given, expect } = world
      const schedule = await plan(world, await given.active({ frequency: 'weekly' }))
      await clock.to('2030-01-14 12:00')
      const { cycles } = await upcoming(world, schedule)
      expect(cycles.length).toBe(12)
      expect(cycles[0]).toMatchObject({
        number: 1,
        action: 'announced',
        debit_date: '2030-01-16',
        notify_at: null,
        presentation_id: (await read(world, schedule)).last?.presentation_id,
      })
      expect(cycles[1]).toMatchObject({
        number: 2,
        cycle: { from: '2030-01-21', until: '2030-01-27' },
        action: 'announce',
        debit_date: '2030-01-23',
        notify_at: ist('2030-01-21 12:00'),
        reason: null,
      })
    },

  'A debit whose notice is on its way says so when it is asked why it waits': async (world) => {
    const { api, clock, given, expect } = world
    const schedule = await plan(world, await given.active({ frequency: 'weekly' }))
    await clock.to('2030-01-14 12:00')
    const id = (await read(world, schedule)).last?.presentation_id ?? ''
    const lead = (await api.ok('presentations.explanation', { params: { id } })).rules.find(
      (rule) => rule.id === 'notice.lead_time',
    )
    expect(lead).toMatchObject({ holds: false })
    expect(lead?.message ?? '').toMatch(/^The notice is on its way to the payer/)
  },

  'It is complete after count cycles, after until, and with the last day of the mandate': async (
    world,
  ) => {
    const { clock, given, expect } = world
    const counted = await plan(world, await given.active({ frequency: 'weekly' }), { count: 2 })
    const until = await plan(world, await given.active({ frequency: 'weekly' }), {
      until: '2030-01-29',
    })
    const ending = await plan(
      world,
      await given.active({ frequency: 'weekly', end_date: '2030-01-31' }),
    )
    await clock.to('2030-02-01 00:00')
    expect(await daysOf(world, counted)).toEqual([])
    for (const schedule of [counted, until, ending])
      expect(await read(world, schedule)).toMatchObject({ status: 'completed', end_reason: null })
    expect((await read(world, counted)).last?.number).toBe(2)
    expect((await read(world, until)).last?.number).toBe(2)
    expect((await read(world, ending)).last?.number).toBe(3)
  },

  'The story of three weeks: told in order, notice by notice and debit by debit': async (world) => {
    const { api, clock, given, expect } = world
    const mandate = await given.debitedOnce({ frequency: 'weekly' })
    const before = (await toldOf(world, mandate)).length
    const amounts = [rs(80), rs(160), rs(80)]
    const { id } = await plan(world, mandate, { amount: undefined, amounts })
    await clock.to('2030-01-22 08:00')
    await api.ok('schedules.pause', { params: { id } })
    await api.ok('schedules.resume', { params: { id } })
    await clock.to('2030-01-31 00:00')
    const made = ['notification.created', 'presentation.created', 'notification.delivered']
    const sent = ['notification.used', 'presentation.processing']
    expect((await toldOf(world, mandate)).slice(before)).toEqual([
      'schedule.created',
      ...made,
      ...sent,
      'presentation.succeeded',
      ...made,
      'schedule.paused',
      'schedule.resumed',
      ...sent,
      'presentation.declined',
      'presentation.failed',
      ...made,
      ...sent,
      'presentation.succeeded',
      'schedule.completed',
    ])
  },
})
