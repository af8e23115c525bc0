import { group } from '../case.ts'
import { rs } from '../given.ts'
import { eventsOf, plan, read, upcoming } from '../schedule-steps.ts'
import { ist } from '../test-clock.ts'

/** What becomes of a cycle that cannot go as planned, and what that does to the next. */
export const scheduleCycleCases = group('cycles of a schedule', {
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
})
