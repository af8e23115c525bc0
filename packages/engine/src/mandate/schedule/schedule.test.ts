import { isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import {
  ACCOUNT,
  answer,
  DAY,
  DONE,
  declined,
  HOUR,
  MINUTE,
  MONDAY_8,
  notify,
  SECOND,
  type Stream,
  told,
} from '../decider-specification.ts'
import type { CreateMandate } from '../registration/commands.ts'
import type { CreateSchedule } from './commands.ts'
import {
  activeWeekly,
  at,
  change,
  debitCycle,
  KEY,
  lastOf,
  payer,
  plan,
  scheduleOf,
} from './schedule-specification.ts'
import { upcomingCycles } from './upcoming.ts'

describe('a schedule', () => {
  test('begins with the first allowed day from starts_on on, and announces it a day and a half before', () => {
    const stream = activeWeekly()
    expect(told(stream.when(plan()))).toEqual(['schedule.created'])
    expect(scheduleOf(stream)).toMatchObject({
      status: 'active',
      next: {
        number: 1,
        from: '2030-01-14',
        until: '2030-01-20',
        debit_date: '2030-01-16',
        notify_at: at('2030-01-14', 12 * HOUR),
      },
    })
  })

  test('announces and plans the debit of a cycle in one decision, and names the next', () => {
    const stream = activeWeekly().given(plan())
    expect(told(stream.fire(KEY))).toEqual([
      'notification.created',
      'presentation.created',
      'schedule.cycle_announced',
    ])
    const { last, next } = scheduleOf(stream)
    expect(last).toMatchObject({ number: 1, debit_date: '2030-01-16', amount: 100_00 })
    expect(next).toMatchObject({ number: 2, from: '2030-01-21', debit_date: '2030-01-23' })
    const debit = stream.state().presentations[last?.presentation_id ?? '']
    expect(debit).toMatchObject({
      schedule_id: 'sch_1',
      reference_id: 'sch_1~1',
      due_at: at('2030-01-16', 0),
    })
  })

  test('counts what became of its debits, and goes on after one that failed', () => {
    const stream = activeWeekly().given(plan())
    expect(debitCycle(stream)).toEqual(['presentation.succeeded'])
    expect(debitCycle(stream, declined('YE') as typeof DONE)).toEqual(['presentation.failed'])
    expect(scheduleOf(stream)).toMatchObject({
      status: 'active',
      done: { succeeded: 1, failed: 1, cancelled: 0, skipped: 0 },
      next: { number: 3 },
    })
  })

  test('takes each cycle its own amount', () => {
    const stream = activeWeekly().given(plan({ amount: null, amounts: [100_00, 250_00] }))
    expect(scheduleOf(stream)).toMatchObject({ count: 2, next: { amount: 100_00 } })
    debitCycle(stream)
    expect(scheduleOf(stream).next).toMatchObject({ number: 2, amount: 250_00 })
  })

  test('is complete when its last debit has ended', () => {
    const stream = activeWeekly().given(plan({ count: 1 }))
    stream.fire(KEY)
    expect(scheduleOf(stream)).toMatchObject({ status: 'active', next: null })
    const { notification_id, presentation_id } = lastOf(stream)
    stream.wait(10 * SECOND).given(answer('notification', notification_id, DONE))
    stream.fire(`present:${presentation_id}`)
    expect(told(stream.when(answer('presentation', presentation_id, DONE, 1)))).toEqual([
      'presentation.succeeded',
      'schedule.completed',
    ])
  })

  test('is complete with its last notice, where that does not arrive', () => {
    const stream = activeWeekly().given(plan({ count: 1 }))
    stream.fire(KEY)
    const { notification_id } = lastOf(stream)
    expect(told(stream.when(answer('notification', notification_id, declined('NU'))))).toEqual([
      'notification.failed',
      'presentation.failed',
      'schedule.completed',
    ])
  })

  test('ends with the last day that until names', () => {
    const stream = activeWeekly().given(plan({ until: isoDate('2030-01-29') }))
    debitCycle(stream)
    debitCycle(stream)
    expect(scheduleOf(stream).status).toBe('completed')
  })

  test('keeps the day of the month, and the last one of a month that has no such day', () => {
    const stream = activeWeekly({ frequency: 'monthly' }).given(
      plan({ starts_on: isoDate('2030-01-31'), count: 3 }),
    )
    const days = [scheduleOf(stream).next?.debit_date]
    for (let i = 0; i < 2; i++) {
      debitCycle(stream)
      days.push(scheduleOf(stream).next?.debit_date)
    }
    expect(days).toEqual(['2030-01-31', '2030-02-28', '2030-03-31'])
  })

  test('leaves out a first cycle that is too late to announce, and says so', () => {
    const stream = activeWeekly({ frequency: 'daily' })
    expect(told(stream.when(plan({ starts_on: isoDate('2030-01-07') })))).toEqual([
      'schedule.created',
      'schedule.cycle_skipped',
    ])
    expect(scheduleOf(stream)).toMatchObject({
      next: { number: 2, debit_date: '2030-01-08', notify_at: MONDAY_8 },
      skips: [{ number: 1, cycles: 1, reason: 'notice_too_late' }],
      done: { skipped: 1 },
    })
  })

  test('moves a debit to a later day of its cycle where its own is too late to announce', () => {
    const stream = activeWeekly().given(plan({ starts_on: isoDate('2030-01-07') }))
    expect(scheduleOf(stream).next).toMatchObject({ number: 1, debit_date: '2030-01-08' })
    debitCycle(stream)
    // From the next week on it is Monday again.
    expect(scheduleOf(stream).next).toMatchObject({ number: 2, debit_date: '2030-01-14' })
  })
})

describe('after three months without a server', () => {
  const late = (): Stream => {
    const stream = activeWeekly().given(plan())
    const timer = stream.timers.get(KEY)
    stream.wait(90 * DAY)
    // The timer that was due in January fires on the first day back: Sunday, 7 April.
    if (timer) stream.given({ type: 'FireTimer', timer })
    return stream
  }

  test('what was missed is left out in one go, and the cycle at hand is moved to a day that can be reached', () => {
    const stream = late()
    expect(scheduleOf(stream)).toMatchObject({
      skips: [
        {
          number: 1,
          cycles: 12,
          from: '2030-01-14',
          until: '2030-04-07',
          reason: 'notice_too_late',
        },
      ],
      done: { skipped: 12 },
      next: { number: 13, from: '2030-04-08', debit_date: '2030-04-10' },
    })
    expect(Object.keys(stream.state().presentations)).toEqual([])
  })

  test('no cycle gets two debits, and none gets one without a notice', () => {
    const stream = late()
    debitCycle(stream)
    expect(scheduleOf(stream)).toMatchObject({ last: { number: 13 }, done: { succeeded: 1 } })
    expect(Object.keys(stream.state().cycles)).toEqual(['2030-04-08'])
  })
})

describe('a paused mandate', () => {
  test('holds the notice up to the last moment, and then costs the cycle', () => {
    const stream = activeWeekly().given(plan())
    expect(told(stream.when(payer('pause')))).toEqual(['mandate.paused', 'schedule.replanned'])
    // Sunday is the last day of the week: its notice is possible until half an hour before Saturday's cut-off.
    expect(scheduleOf(stream).next).toMatchObject({
      number: 1,
      waits_for: 'mandate_paused',
      notify_at: at('2030-01-19', 23 * HOUR + 19 * MINUTE),
    })
    expect(told(stream.fire(KEY))).toEqual(['schedule.cycle_skipped'])
    expect(scheduleOf(stream)).toMatchObject({
      skips: [{ number: 1, cycles: 1, reason: 'mandate_paused' }],
      next: {
        number: 2,
        waits_for: 'mandate_paused',
        notify_at: at('2030-01-26', 23 * HOUR + 19 * MINUTE),
      },
    })
  })

  test('once resumed lets the notice go at once, for the first day that it reaches', () => {
    const stream = activeWeekly().given(plan()).given(payer('pause'))
    stream.at = at('2030-01-17', 12 * HOUR)
    expect(told(stream.when(payer('resume')))).toEqual(['mandate.resumed', 'schedule.replanned'])
    expect(scheduleOf(stream).next).toMatchObject({ debit_date: '2030-01-18', waits_for: null })
    expect(told(stream.fire(KEY))).toContain('schedule.cycle_announced')
  })

  test('resumed before the moment of the notice changes nothing', () => {
    const stream = activeWeekly().given(plan())
    const { next } = scheduleOf(stream)
    stream.given(payer('pause')).given(payer('resume'))
    expect(scheduleOf(stream).next).toEqual(next)
  })
})

describe('other terms of the mandate', () => {
  const modify = (stream: Stream, terms: { amount?: number; end_date?: string }): Stream => {
    const { amount = null, end_date } = terms
    const asked = { reference_id: null, expires_in_ms: null, metadata: {}, amount }
    return stream.given({
      type: 'ModifyMandate',
      id: 'mdf_1',
      mandate_id: 'mdt_1',
      end_date: end_date === undefined ? null : isoDate(end_date),
      ...asked,
    })
  }
  const agreed = answer('modification', 'mdf_1', DONE)

  test('a smaller amount leaves out the cycles that ask for more, and says which rule', () => {
    const stream = activeWeekly().given(plan())
    modify(stream, { amount: 99_99 }).given(agreed)
    stream.fire(KEY)
    expect(scheduleOf(stream)).toMatchObject({
      skips: [{ number: 1, reason: 'rule_broken' }],
      next: { number: 2, amount: 100_00 },
    })
    expect(scheduleOf(stream).skips[0]?.message).toContain('₹99.99')
  })

  test('an earlier end leaves no cycle after it; where none is left the schedule is complete', () => {
    const stream = activeWeekly().given(plan())
    expect(told(modify(stream, { end_date: '2030-01-12' }).when(agreed))).toEqual([
      'modification.applied',
      'mandate.modified',
      'schedule.replanned',
      'schedule.completed',
    ])
  })

  test('a later end goes on after the last cycle, also where the first day of it is too late to announce', () => {
    const stream = activeWeekly({ frequency: 'daily', end_date: isoDate('2030-01-16') }).given(
      plan(),
    )
    stream.fire(KEY)
    expect(scheduleOf(stream)).toMatchObject({ last: { number: 1 }, next: null })
    stream.at = at('2030-01-16', 23.5 * HOUR)
    modify(stream, { end_date: '2030-01-20' }).given(agreed)
    stream.fire(KEY)
    expect(scheduleOf(stream)).toMatchObject({
      skips: [{ number: 2, cycles: 1, reason: 'notice_too_late' }],
      last: { number: 3, debit_date: '2030-01-18' },
    })
  })
})

describe('a cycle that the merchant took in hand', () => {
  test('is left out where it is announced', () => {
    const stream = activeWeekly().given(plan())
    stream.at = at('2030-01-14', 9 * HOUR)
    stream.given(notify({ debit_date: isoDate('2030-01-15') }))
    expect(told(stream.fire(KEY))).toEqual(['schedule.cycle_skipped'])
    expect(scheduleOf(stream).skips).toMatchObject([{ reason: 'already_announced' }])
  })

  test('is debited by the schedule where the notice by hand did not arrive', () => {
    const stream = activeWeekly().given(plan())
    stream.at = at('2030-01-14', 9 * HOUR)
    stream.given(notify({ debit_date: isoDate('2030-01-15') }))
    stream.given(answer('notification', 'pdn_1', declined('NU')))
    expect(told(stream.fire(KEY))).toContain('schedule.cycle_announced')
  })
})

describe('a paused schedule', () => {
  test('announces nothing; resumed in time it loses no cycle', () => {
    const stream = activeWeekly().given(plan())
    expect(told(stream.when(change('PauseSchedule')))).toEqual(['schedule.paused'])
    expect(scheduleOf(stream).next).toBe(null)
    expect(stream.timers.get(KEY)).toBe(null)
    expect(told(stream.wait(DAY).when(change('ResumeSchedule')))).toEqual(['schedule.resumed'])
    expect(scheduleOf(stream).next).toMatchObject({ number: 1, debit_date: '2030-01-16' })
  })

  test('leaves out what passed meanwhile, in one event', () => {
    const stream = activeWeekly()
      .given(plan())
      .given(change('PauseSchedule'))
      .wait(30 * DAY)
    expect(told(stream.when(change('ResumeSchedule')))).toEqual([
      'schedule.resumed',
      'schedule.cycle_skipped',
    ])
    expect(scheduleOf(stream)).toMatchObject({
      skips: [{ number: 1, cycles: 3, reason: 'schedule_paused' }],
      next: { number: 4, debit_date: '2030-02-07' },
    })
  })

  test('whose cycles have all passed is complete when it is resumed', () => {
    const stream = activeWeekly()
      .given(plan({ count: 2 }))
      .given(change('PauseSchedule'))
      .wait(30 * DAY)
    expect(told(stream.when(change('ResumeSchedule')))).toEqual([
      'schedule.resumed',
      'schedule.cycle_skipped',
      'schedule.completed',
    ])
  })

  test('is not paused again, and an active one is not resumed', () => {
    const stream = activeWeekly().given(plan())
    expect(told(stream.when(change('ResumeSchedule')))).toEqual(['state_conflict'])
    stream.given(change('PauseSchedule'))
    expect(told(stream.when(change('PauseSchedule')))).toEqual(['state_conflict'])
  })
})

describe('the end of the mandate', () => {
  test('revoked, takes the schedule and its announced debit with it in one decision', () => {
    const stream = activeWeekly().given(plan())
    stream.fire(KEY)
    expect(told(stream.when(payer('revoke')))).toEqual([
      'mandate.revoked',
      'presentation.cancelled',
      'notification.cancelled',
      'schedule.cancelled',
    ])
    expect(scheduleOf(stream)).toMatchObject({
      end_reason: 'mandate_ended',
      done: { cancelled: 1 },
    })
  })

  test('come to its last day, completes an active schedule and cancels a paused one', () => {
    const ended = (stream: Stream) => told(stream.fire('validity_end:mdt_1'))
    expect(ended(activeWeekly().given(plan()))).toContain('schedule.completed')
    expect(ended(activeWeekly().given(plan()).given(change('PauseSchedule')))).toContain(
      'schedule.cancelled',
    )
  })

  test('after the one debit of a one-time mandate completes the schedule, once', () => {
    const stream = activeWeekly({ frequency: 'one_time' }).given(plan())
    expect(debitCycle(stream)).toEqual([
      'presentation.succeeded',
      'mandate.completed',
      'schedule.completed',
    ])
  })
})

describe('cancelled by the merchant', () => {
  test('it announces nothing more; what is announced stays, and is counted', () => {
    const stream = activeWeekly().given(plan())
    stream.fire(KEY)
    const { notification_id, presentation_id } = lastOf(stream)
    expect(told(stream.when(change('CancelSchedule')))).toEqual(['schedule.cancelled'])
    expect(stream.timers.get(KEY)).toBe(null)
    stream.wait(10 * SECOND).given(answer('notification', notification_id, DONE))
    stream.fire(`present:${presentation_id}`)
    stream.given(answer('presentation', presentation_id, DONE, 1))
    expect(scheduleOf(stream)).toMatchObject({
      status: 'cancelled',
      end_reason: 'merchant',
      done: { succeeded: 1 },
    })
    expect(told(stream.when(change('CancelSchedule')))).toEqual(['state_conflict'])
  })
})

describe('what refuses a schedule', () => {
  const refused = (terms: Partial<CreateSchedule>, mandate: Partial<CreateMandate> = {}) =>
    told(activeWeekly(mandate).when(plan(terms)))

  test('a mandate without cycles, days that are past or beyond its end, too many cycles', () => {
    expect(refused({}, { frequency: 'as_presented' })).toEqual(['schedule_without_cycles'])
    expect(refused({ starts_on: isoDate('2030-01-06') })).toEqual(['schedule_dates_invalid'])
    expect(refused({ starts_on: isoDate('2031-01-01') })).toEqual(['schedule_dates_invalid'])
    expect(refused({ until: isoDate('2030-01-15') })).toEqual(['schedule_dates_invalid'])
    expect(refused({ count: 51 })).toEqual(['schedule_too_long'])
    expect(refused({ count: 50 })).toEqual(['schedule.created'])
  })

  test('amounts that the mandate does not allow, each named', () => {
    const stream = activeWeekly()
    const decision = stream.when(plan({ amount: null, amounts: [100_00, 50, 20_000_01] }))
    expect(decision.ok ? [] : decision.rejection.violations).toMatchObject([
      { rule: 'amount.minimum', pointer: '/amounts/1' },
      { rule: 'amount.mandate_rule', pointer: '/amounts/2' },
    ])
  })

  test('another open schedule, which is named', () => {
    const stream = activeWeekly().given(plan())
    const decision = stream.when(plan({ id: 'sch_2' }))
    expect(decision).toMatchObject({
      ok: false,
      rejection: { code: 'schedule_open', existing: { object: 'schedule', id: 'sch_1' } },
    })
    stream.given(change('CancelSchedule'))
    expect(told(stream.when(plan({ id: 'sch_2' })))).toEqual(['schedule.created'])
  })

  test('a mandate that is not active', () => {
    expect(told(activeWeekly().given(payer('pause')).when(plan()))).toEqual(['state_conflict'])
  })
})

test('what will come is told: the announced debit, the next cycles, and what will be left out', () => {
  const stream = activeWeekly().given(plan({ amount: null, amounts: [1_00, 2_00, 3_00] }))
  stream.fire(KEY)
  stream.at = at('2030-01-21', 9 * HOUR)
  stream.given(notify({ debit_date: isoDate('2030-01-22'), id: 'pdn_9' }))
  const cycles = upcomingCycles(stream.state(), scheduleOf(stream), {
    now: stream.at,
    provider: stream.facts().provider,
    account: ACCOUNT,
    limit: 12,
  })
  expect(cycles).toMatchObject([
    { number: 1, action: 'announced', debit_date: '2030-01-16', amount: 1_00 },
    { number: 2, action: 'skip', reason: 'already_announced', amount: 2_00 },
    {
      number: 3,
      action: 'announce',
      debit_date: '2030-01-30',
      amount: 3_00,
      notify_at: at('2030-01-28', 12 * HOUR),
    },
  ])
})
