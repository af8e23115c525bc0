import { isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import { modify } from '../debited-specification.ts'
import { answer, DAY, DONE, HOUR, MINUTE, MONDAY_8, told } from '../decider-specification.ts'
import { evolveSchedule } from './evolve.ts'
import { reactToSchedule } from './react.ts'
import {
  activeWeekly,
  at,
  change,
  KEY,
  lastOf,
  plan,
  scheduleOf,
} from './schedule-specification.ts'

const FIRST = {
  number: 1,
  from: '2030-01-14',
  until: '2030-01-20',
  debit_date: '2030-01-16',
  last_date: '2030-01-20',
  amount: 100_00,
  notify_at: at('2030-01-14', 12 * HOUR),
  waits_for: null,
}
const SECOND = {
  ...FIRST,
  number: 2,
  from: '2030-01-21',
  until: '2030-01-27',
  debit_date: '2030-01-23',
  last_date: '2030-01-27',
  notify_at: at('2030-01-21', 12 * HOUR),
}

describe('a schedule shows', () => {
  test('from its creation on what was asked for and what comes next', () => {
    const stream = activeWeekly().given(plan({ count: 3, metadata: { flat: '12' } }))
    expect(scheduleOf(stream)).toEqual({
      id: 'sch_1',
      revision: 1,
      status: 'active',
      mandate_id: 'mdt_1',
      reference_id: 'plan-001',
      description: null,
      amount: 100_00,
      amounts: null,
      starts_on: '2030-01-16',
      until: null,
      count: 3,
      retry: 'none',
      when: 'asap',
      position: null,
      next: FIRST,
      last: null,
      skips: [],
      done: { succeeded: 0, failed: 0, cancelled: 0, skipped: 0 },
      ended_at: null,
      end_reason: null,
      metadata: { flat: '12' },
      created_at: MONDAY_8,
      updated_at: MONDAY_8,
    })
    expect(stream.timers.get(KEY)).toEqual({
      tenant: { merchant_id: 'mer_1', mode: 'test' },
      stream: 'mdt_1',
      stream_kind: 'mandate',
      key: KEY,
      kind: 'schedule_notify',
      resource_kind: 'schedule',
      resource_id: 'sch_1',
      at: FIRST.notify_at,
      outcome: null,
      attempt: null,
    })
  })

  test('the cycle that was announced, with its notice and its debit', () => {
    const stream = activeWeekly().given(plan())
    const before = scheduleOf(stream)
    stream.fire(KEY)
    const { number, from, until, debit_date, amount } = FIRST
    const last = {
      ...{ number, from, until, debit_date, amount },
      notification_id: expect.stringMatching(/^pdn_/),
      presentation_id: expect.stringMatching(/^prs_/),
    }
    expect(scheduleOf(stream)).toEqual({
      ...before,
      revision: 2,
      position: { number: 1, from: '2030-01-14' },
      next: SECOND,
      last,
      updated_at: FIRST.notify_at,
    })
    expect(stream.timers.get(KEY)?.at).toBe(SECOND.notify_at)
  })

  test('the cycles that were left out in a row, and why', () => {
    const stream = activeWeekly().given(plan()).given(change('PauseSchedule'))
    const paused = scheduleOf(stream)
    stream.at = at('2030-01-28', 9 * HOUR)
    expect(told(stream.when(change('ResumeSchedule')))).toEqual([
      'schedule.resumed',
      'schedule.cycle_skipped',
    ])
    const now = stream.at
    expect(scheduleOf(stream)).toEqual({
      ...paused,
      status: 'active',
      revision: paused.revision + 2,
      position: { number: 2, from: '2030-01-21' },
      next: {
        ...FIRST,
        number: 3,
        from: '2030-01-28',
        until: '2030-02-03',
        debit_date: '2030-01-30',
        last_date: '2030-02-03',
        notify_at: at('2030-01-28', 12 * HOUR),
      },
      skips: [
        {
          number: 1,
          from: '2030-01-14',
          until: '2030-01-27',
          cycles: 2,
          reason: 'schedule_paused',
          message: expect.stringMatching(/^The schedule was paused; at 2030-01-28.* too late/),
          at: now,
        },
      ],
      done: { ...paused.done, skipped: 2 },
      updated_at: now,
    })
    // Before the skip is told, nothing is planned that could be announced.
    expect(stream.logged().find(({ type }) => type === 'schedule.resumed')?.data).toEqual({
      next: null,
    })
  })

  test('nothing to come while it is paused, and from its end on', () => {
    const stream = activeWeekly().given(plan())
    const before = scheduleOf(stream)
    stream.wait(MINUTE).given(change('PauseSchedule'))
    const updated_at = MONDAY_8 + MINUTE
    const paused = { ...before, status: 'paused', next: null, revision: 2, updated_at }
    expect(scheduleOf(stream)).toEqual(paused)
    stream.wait(MINUTE).given(change('CancelSchedule'))
    expect(scheduleOf(stream)).toEqual({
      ...paused,
      status: 'cancelled',
      end_reason: 'merchant',
      revision: 3,
      ended_at: MONDAY_8 + 2 * MINUTE,
      updated_at: MONDAY_8 + 2 * MINUTE,
    })
  })

  test('the moment at which its last debit completed it', () => {
    const stream = activeWeekly().given(plan({ count: 1 }))
    stream.fire(KEY)
    const announced = scheduleOf(stream)
    stream.wait(MINUTE)
    stream.given({ type: 'CancelPresentation', presentation_id: lastOf(stream).presentation_id })
    expect(scheduleOf(stream)).toEqual({
      ...announced,
      status: 'completed',
      revision: announced.revision + 1,
      done: { succeeded: 0, failed: 0, cancelled: 1, skipped: 0 },
      ended_at: stream.at,
      updated_at: stream.at,
    })
  })

  test('the latest twelve runs of skips, and counts all of them', () => {
    const stream = activeWeekly({ frequency: 'daily' }).given(plan())
    stream.given(modify({ amount: 50_00 })).given(answer('modification', 'mod_1', DONE))
    for (let day = 0; day < 13; day++) stream.fire(KEY)
    const { skips, done } = scheduleOf(stream)
    expect(skips.map(({ number }) => number)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
    expect(done.skipped).toBe(13)
  })
})

describe('the event of a schedule’s creation', () => {
  test('names what comes next', () => {
    const stream = activeWeekly().given(plan())
    expect(stream.logged().at(-1)?.data).toMatchObject({ schedule: { next: FIRST } })
  })

  test('names nothing to come where cycles are left out first', () => {
    const stream = activeWeekly({ frequency: 'daily' }).given(
      plan({ starts_on: isoDate('2030-01-07') }),
    )
    const [created, skipped] = stream.logged().slice(-2)
    expect(created?.data).toMatchObject({ schedule: { next: null } })
    expect(skipped?.data).toMatchObject({ last_from: '2030-01-07', next: { number: 2 } })
  })
})

test('a schedule that the state does not hold is a bug, and plans nothing', () => {
  const stream = activeWeekly().given(plan())
  const resource = { resource_kind: 'schedule', resource_id: 'sch_1' } as const
  const paused = { type: 'schedule.paused', ...resource, data: {} } as const
  expect(() => evolveSchedule(undefined, paused, MONDAY_8)).toThrow(
    'schedule.paused of sch_1, which is not loaded',
  )
  const without = { ...stream.state(), schedules: {} }
  expect(reactToSchedule(without, paused)).toMatchObject({ timers: [], timers_cleared: [KEY] })
})

test.each([
  ['in the last millisecond is in time', 20 * MINUTE - 1, ['schedule.created']],
  ['a moment later is too late', 20 * MINUTE, ['schedule.created', 'schedule.cycle_skipped']],
])('a notice half an hour before the cut-off at 23:50 %s', (_what, ms, events) => {
  const stream = activeWeekly({ frequency: 'daily' })
  stream.at = at('2030-01-15', 23 * HOUR + ms)
  expect(told(stream.when(plan()))).toEqual(events)
  expect(scheduleOf(stream).next).toMatchObject({ notify_at: expect.any(Number) })
  expect(stream.at).toBeLessThan(at('2030-01-15', DAY))
})
