import { isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import { mandateAggregate } from '../aggregate.ts'
import type { MandateCommand } from '../commands.ts'
import { modify } from '../debited-specification.ts'
import {
  answer,
  DAY,
  DONE,
  HOUR,
  MINUTE,
  notify,
  present,
  SECOND,
  type Stream,
  told,
} from '../decider-specification.ts'
import {
  activeWeekly,
  at,
  change,
  KEY,
  payer,
  plan,
  scheduleOf,
  sendCycle,
} from './schedule-specification.ts'

const agreed = answer('modification', 'mod_1', DONE)

/** The timer as it stands now, which fires later whatever comes between. */
function leased(stream: Stream): MandateCommand {
  const timer = stream.timers.get(KEY)
  if (timer === undefined || timer === null) throw new Error('nothing is planned')
  return { type: 'FireTimer', timer }
}

describe('the moment of a notice that has lost its reason', () => {
  test('passes while the schedule is paused', () => {
    const stream = activeWeekly().given(plan())
    const moment = leased(stream)
    stream.given(change('PauseSchedule')).wait(8 * DAY)
    expect(told(stream.when(moment))).toEqual([])
  })

  test('passes where the notice was put off meanwhile', () => {
    const stream = activeWeekly().given(plan())
    const moment = leased(stream)
    stream.given(payer('pause'))
    stream.at = at('2030-01-14', 12 * HOUR)
    expect(told(stream.when(moment))).toEqual([])
  })
})

describe('when the moment of a notice has come', () => {
  test('it is put off where the provider has come to want it later', () => {
    const stream = activeWeekly().given(plan())
    const moment = leased(stream)
    stream.at = at('2030-01-14', 12 * HOUR)
    const facts = stream.facts()
    const policy = { ...facts.provider.policy, notice_lead_max_hours: 30 }
    const later = { ...facts, provider: { ...facts.provider, policy } }
    // Midway between 30 and 24 hours before Wednesday.
    const next = { ...scheduleOf(stream).next, notify_at: at('2030-01-14', 21 * HOUR) }
    expect(mandateAggregate.decide(stream.state(), moment, later, {})).toEqual({
      ok: true,
      events: [
        {
          type: 'schedule.replanned',
          resource_kind: 'schedule',
          resource_id: 'sch_1',
          data: { next },
        },
      ],
    })
  })

  test('a schedule whose cycles have all passed is complete', () => {
    const stream = activeWeekly().given(plan({ count: 2 }))
    const moment = leased(stream)
    expect(told(stream.wait(30 * DAY).when(moment))).toEqual([
      'schedule.cycle_skipped',
      'schedule.completed',
    ])
  })

  test('a cycle that was debited by hand is left out', () => {
    const stream = activeWeekly().given(plan())
    stream.at = at('2030-01-12', 12 * HOUR)
    stream
      .given(notify({ debit_date: isoDate('2030-01-14') }))
      .given(answer('notification', 'pdn_1', DONE))
      .given(present())
    stream.fire('present:prs_1')
    stream.given(answer('presentation', 'prs_1', DONE, 1))
    stream.fire(KEY)
    expect(scheduleOf(stream).skips).toMatchObject([{ number: 1, reason: 'already_debited' }])
  })

  test('a cycle whose instant debit is under way is left out', () => {
    const stream = activeWeekly()
    stream.given(present({ source: { instant_amount: 100_00 } }))
    stream.given(plan({ starts_on: isoDate('2030-01-08') }))
    stream.fire(KEY)
    expect(scheduleOf(stream).skips).toMatchObject([{ number: 1, reason: 'already_announced' }])
  })

  test('a cycle that the payer’s pause has cost says so', () => {
    const stream = activeWeekly().given(plan()).given(payer('pause'))
    stream.fire(KEY)
    expect(scheduleOf(stream).skips).toEqual([
      {
        number: 1,
        from: '2030-01-14',
        until: '2030-01-20',
        cycles: 1,
        reason: 'mandate_paused',
        message: 'The mandate was paused up to the last moment for the notice.',
        at: at('2030-01-19', 23 * HOUR + 19 * MINUTE),
      },
    ])
  })
})

describe('what comes next is planned anew', () => {
  test('not where other terms leave it as it is', () => {
    const stream = activeWeekly().given(plan()).given(modify())
    expect(told(stream.when(agreed))).toEqual(['modification.applied', 'mandate.modified'])
  })

  test('not where nothing comes next', () => {
    const stream = activeWeekly().given(plan({ count: 1 }))
    sendCycle(stream)
    expect(told(stream.when(payer('pause')))).toEqual(['mandate.paused'])
  })

  test('not while the merchant holds it up', () => {
    const stream = activeWeekly().given(plan()).given(change('PauseSchedule'))
    expect(told(stream.when(payer('pause')))).toEqual(['mandate.paused'])
  })

  test('where an earlier end leaves fewer days to move to', () => {
    const stream = activeWeekly().given(plan())
    const { next } = scheduleOf(stream)
    stream.given(modify({ end_date: isoDate('2030-01-18') })).given(agreed)
    expect(scheduleOf(stream).next).toEqual({ ...next, last_date: '2030-01-18' })
  })

  test('where days have passed during the payer’s pause', () => {
    const stream = activeWeekly().given(plan())
    stream.at = at('2030-01-14', 9 * HOUR)
    stream.given(modify({ expires_in_ms: 4 * DAY })).given(payer('pause'))
    const { next } = scheduleOf(stream)
    stream.at = at('2030-01-17', 10 * HOUR)
    expect(told(stream.when(agreed))).toEqual([
      'modification.applied',
      'mandate.modified',
      'schedule.replanned',
    ])
    expect(scheduleOf(stream).next).toEqual({ ...next, debit_date: '2030-01-18' })
  })

  test('where the payer pauses in the last minute for the notice: it is too late to wait', () => {
    const stream = activeWeekly({ frequency: 'daily' })
    stream.at = at('2030-01-15', 23 * HOUR + 19 * MINUTE + 30 * SECOND)
    stream.given(plan())
    const { next } = scheduleOf(stream)
    expect(next).toMatchObject({ notify_at: stream.at, waits_for: null })
    stream.given(payer('pause'))
    expect(scheduleOf(stream).next).toEqual({ ...next, waits_for: 'mandate_paused' })
    stream.fire(KEY)
    expect(scheduleOf(stream).skips).toMatchObject([{ number: 1, reason: 'mandate_paused' }])
  })

  test('for now, where cycles were missed: they are told first', () => {
    const stream = activeWeekly({ frequency: 'daily' }).given(plan())
    const { next } = scheduleOf(stream)
    stream.at = at('2030-01-17', 10 * HOUR)
    stream.given(payer('pause'))
    expect(scheduleOf(stream).next).toEqual({ ...next, notify_at: stream.at })
    stream.fire(KEY)
    expect(scheduleOf(stream)).toMatchObject({
      skips: [{ number: 1, cycles: 2, reason: 'notice_too_late' }],
      next: { number: 3, waits_for: 'mandate_paused' },
    })
  })
})

describe('what cannot be is refused with the reason, and what can be instead', () => {
  test.each([
    [
      'a schedule under a paused mandate',
      () => activeWeekly().given(payer('pause')),
      plan(),
      'Mandate mdt_1 is paused: only an active mandate can be scheduled.',
      ['revoke'],
    ],
    [
      'the pause of a paused schedule',
      () => activeWeekly().given(plan()).given(change('PauseSchedule')),
      change('PauseSchedule'),
      'Schedule sch_1 is paused: only an active one is paused.',
      ['resume', 'cancel'],
    ],
    [
      'the resumption of an active schedule',
      () => activeWeekly().given(plan()),
      change('ResumeSchedule'),
      'Schedule sch_1 is active: only a paused one is resumed.',
      ['pause', 'cancel'],
    ],
    [
      'the end of one that has ended',
      () => activeWeekly().given(plan()).given(change('CancelSchedule')),
      change('CancelSchedule'),
      'Schedule sch_1 is cancelled: it is over.',
      [],
    ],
  ] as const)('%s', (_what, given, command, detail, allowed_actions) => {
    expect(given().when(command)).toEqual({
      ok: false,
      rejection: { code: 'state_conflict', detail, allowed_actions },
    })
  })

  test('amounts, in the order of the catalogue, wherever they stand', () => {
    const decision = activeWeekly().when(plan({ amount: null, amounts: [20_000_01, 50] }))
    expect(decision).toMatchObject({
      ok: false,
      rejection: {
        code: 'amount_below_minimum',
        violations: [
          { rule: 'amount.minimum', pointer: '/amounts/1' },
          { rule: 'amount.mandate_rule', pointer: '/amounts/0' },
        ],
      },
    })
  })

  test('a plan of which no cycle can be announced any more', () => {
    const stream = activeWeekly({ frequency: 'daily' })
    const today = plan({ starts_on: isoDate('2030-01-07'), count: 1 })
    expect(stream.when(today)).toMatchObject({
      ok: false,
      rejection: {
        code: 'schedule_too_long',
        violations: [{ rule: 'schedule.room', pointer: '/starts_on', limit: { cycles: 0 } }],
      },
    })
    expect(told(stream.when({ ...today, count: 2 }))).toEqual([
      'schedule.created',
      'schedule.cycle_skipped',
    ])
  })
})
