import type { Schedule } from '@upi-autopay/contract'
import { group, type World } from '../case.ts'
import { rs } from '../given.ts'
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

  'A first cycle that is too late to announce is skipped, and the event says why': async (
    world,
  ) => {
    const { given, expect } = world
    const mandate = await given.active({ frequency: 'daily' })
    const schedule = await plan(world, mandate, { starts_on: '2030-01-07' })
    expect(schedule).toMatchObject({
      status: 'active',
      skips: [
        {
          number: 1,
          cycles: 1,
          from: '2030-01-07',
          until: '2030-01-07',
          reason: 'notice_too_late',
          at: ist('2030-01-07 08:00'),
        },
      ],
      done: { skipped: 1 },
      next: { number: 2, debit_date: '2030-01-08', notify_at: ist('2030-01-07 08:00') },
    })
    expect(await eventsOf(world, schedule)).toEqual(['schedule.created', 'schedule.cycle_skipped'])
    expect((await read(world, schedule)).last).toMatchObject({ number: 2 })
  },

  'A cycle that has later days is debited on the first that its notice reaches': async (world) => {
    const { clock, given, expect } = world
    const mandate = await given.debitedOnce({ frequency: 'weekly' })
    await clock.to('2030-01-16 20:00')
    const schedule = await plan(world, mandate, { starts_on: '2030-01-16' })
    expect(schedule.next).toMatchObject({
      number: 1,
      debit_date: '2030-01-17',
      notify_at: ist('2030-01-16 20:00'),
    })
    await clock.to('2030-01-18 00:00')
    expect(await read(world, schedule)).toMatchObject({
      done: { succeeded: 1 },
      // From the next week on it is Wednesday again.
      next: { number: 2, debit_date: '2030-01-23' },
    })
  },

  'Three months pass at once: each week has one notice and one debit': async (world) => {
    const { api, clock, given, expect } = world
    const mandate = await given.debitedOnce({ frequency: 'weekly' })
    const schedule = await plan(world, mandate)
    await clock.to('2030-04-17 01:00')
    expect((await read(world, schedule)).done).toEqual({
      succeeded: 14,
      failed: 0,
      cancelled: 0,
      skipped: 0,
    })
    const debits = await api.ok('presentations.list', {
      query: { schedule_id: schedule.id, limit: 100 },
    })
    const numbers = debits.data.map(({ sequence_number }) => sequence_number)
    expect(new Set(numbers).size).toBe(14)
    expect(debits.data.every(({ attempts }) => attempts.length === 1)).toBe(true)
  },

  'A debit that fails does not stop it; with retry auto it is tried again on its day': async (
    world,
  ) => {
    const { api, clock, given, expect } = world
    const mandate = await given.debitedOnce({ frequency: 'weekly' })
    const amounts = [rs(150), rs(80)]
    const schedule = await plan(world, mandate, { amount: undefined, amounts, retry: 'auto' })
    await clock.to('2030-01-17 00:00')
    const [failed] = (await api.ok('presentations.list', { query: { schedule_id: schedule.id } }))
      .data
    expect(failed).toMatchObject({ status: 'failed', failure: { npci_code: 'Z9' } })
    expect(failed?.attempts.length).toBe(4)
    await clock.to('2030-01-24 00:00')
    expect(await read(world, schedule)).toMatchObject({
      status: 'completed',
      done: { succeeded: 1, failed: 1 },
    })
  },

  'A notice that does not reach the payer costs its debit and no other': async (world) => {
    const { api, clock, given, expect } = world
    const mandate = await given.debitedOnce({ frequency: 'weekly' })
    const amounts = [rs(550), rs(80)]
    const schedule = await plan(world, mandate, { amount: undefined, amounts })
    await clock.to('2030-01-14 12:00:10')
    const [debit] = (await api.ok('presentations.list', { query: { schedule_id: schedule.id } }))
      .data
    expect(debit).toMatchObject({ status: 'failed', failure: { npci_code: 'NU' }, attempts: [] })
    await clock.to('2030-01-24 00:00')
    expect((await read(world, schedule)).done).toMatchObject({ succeeded: 1, failed: 1 })
  },

  'Above the limit without the PIN the payer is asked; who does not answer leaves the schedule as it is':
    async (world) => {
      const { api, clock, given, expect } = world
      const mandate = await given.debitedOnce({ frequency: 'weekly', amount: rs(20_000) })
      const schedule = await plan(world, mandate, { amount: rs(15_000.01) })
      await clock.to('2030-01-16 00:00:30')
      const [asked] = (await api.ok('presentations.list', { query: { schedule_id: schedule.id } }))
        .data
      expect(asked).toMatchObject({ status: 'awaiting_payer' })
      await clock.to('2030-01-23 00:00:30')
      const [again, gone] = (
        await api.ok('presentations.list', { query: { schedule_id: schedule.id } })
      ).data
      expect(gone).toMatchObject({ status: 'failed', failure: { npci_code: 'U69' } })
      await api.ok('sandbox.approvePresentation', { params: { id: again?.id ?? '' } })
      await clock.advance('PT10S')
      expect((await read(world, schedule)).done).toMatchObject({ succeeded: 1, failed: 1 })
    },

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
    await clock.to('2030-01-15 00:00')
    expect((await read(world, schedule)).next).toMatchObject({
      number: 1,
      waits_for: 'mandate_paused',
      notify_at: ist('2030-01-19 23:19'),
    })
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

  'A cycle that was announced or debited by hand is skipped': async (world) => {
    const { clock, given, expect } = world
    const mandate = await given.debitedOnce({ frequency: 'weekly' })
    const schedule = await plan(world, mandate)
    const today = await given.debitedOnce({ frequency: 'weekly' })
    const debited = await plan(world, today, { starts_on: '2030-01-10' })
    expect((await upcoming(world, debited)).cycles[0]).toMatchObject({
      action: 'skip',
      reason: 'already_debited',
    })
    await clock.to('2030-01-13 09:00')
    await given.notice(mandate, { debit_date: '2030-01-14', amount: rs(60) })
    expect((await upcoming(world, schedule)).cycles[0]).toMatchObject({
      action: 'skip',
      reason: 'already_announced',
    })
    await clock.to('2030-01-15 13:00')
    expect((await read(world, schedule)).skips).toMatchObject([
      { number: 1, cycles: 1, reason: 'already_announced' },
    ])
    expect(await read(world, debited)).toMatchObject({
      skips: [{ number: 1, reason: 'already_debited' }],
      last: { number: 2, debit_date: '2030-01-17' },
    })
  },

  'New terms of the mandate are kept: cycles that ask for more are told as skipped, and are':
    async (world) => {
      const { api, clock, given, expect } = world
      const mandate = await given.debitedOnce({ frequency: 'weekly' })
      const amounts = [rs(80), rs(160), rs(80)]
      const schedule = await plan(world, mandate, { amount: undefined, amounts })
      await api.ok('mandates.modify', { params: { id: mandate.id }, body: { amount: rs(100) } })
      await api.ok('sandbox.approveMandate', { params: { id: mandate.id } })
      await clock.advance('PT10S')
      expect(
        (await upcoming(world, schedule)).cycles.map(({ number, action, reason }) => [
          number,
          action,
          reason,
        ]),
      ).toEqual([
        [1, 'announce', null],
        [2, 'skip', 'rule_broken'],
        [3, 'announce', null],
      ])
      await clock.to('2030-02-01 00:00')
      expect(await read(world, schedule)).toMatchObject({
        status: 'completed',
        skips: [{ number: 2, cycles: 1, reason: 'rule_broken' }],
        done: { succeeded: 2, skipped: 1 },
      })
    },

  'A notice by hand that will have lapsed stands in nobody’s way': async (world) => {
    const { clock, given, expect } = world
    const mandate = await given.debitedOnce({ frequency: 'weekly' })
    const schedule = await plan(world, mandate, { starts_on: '2030-01-19' })
    await clock.to('2030-01-13 09:00')
    await given.notice(mandate, { debit_date: '2030-01-14', amount: rs(60) })
    expect((await upcoming(world, schedule)).cycles[0]).toMatchObject({
      number: 1,
      action: 'announce',
      notify_at: ist('2030-01-17 12:00'),
    })
    await clock.to('2030-01-19 01:00')
    expect((await read(world, schedule)).done).toMatchObject({ succeeded: 1, skipped: 0 })
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

type Fields = Readonly<Record<string, unknown>>

/** A schedule of ₹80 from Wednesday of the next week on. */
export function plan(
  { api, given }: World,
  { id }: { readonly id: string },
  over: Fields = {},
): Promise<Schedule> {
  return api.ok('schedules.create', {
    params: { id },
    body: {
      reference_id: given.reference(),
      amount: rs(80),
      starts_on: '2030-01-16',
      ...over,
    },
  })
}

function read({ api }: World, { id }: { readonly id: string }): Promise<Schedule> {
  return api.ok('schedules.get', { params: { id } })
}

function upcoming({ api }: World, { id }: { readonly id: string }) {
  return api.ok('schedules.upcoming', { params: { id } })
}

async function daysOf(world: World, schedule: { readonly id: string }): Promise<string[]> {
  return (await upcoming(world, schedule)).cycles.map(({ debit_date }) => debit_date)
}

/** The types of a schedule's own events, oldest first. */
async function eventsOf({ api }: World, { id }: { readonly id: string }): Promise<string[]> {
  const { data } = await api.ok('events.list', { query: { resource_id: id, limit: 100 } })
  return data.map(({ type }) => type).reverse()
}

/** The types of a mandate's events, its debits' and its schedules' among them, oldest first. */
async function toldOf({ api }: World, { id }: { readonly id: string }): Promise<string[]> {
  const { data } = await api.ok('mandates.events', { params: { id }, query: { limit: 100 } })
  return data.map(({ type }) => type).reverse()
}
