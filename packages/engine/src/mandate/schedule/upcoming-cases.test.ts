import { isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import { modify } from '../debited-specification.ts'
import {
  ACCOUNT,
  answer,
  DAY,
  DONE,
  HOUR,
  MINUTE,
  notify,
  present,
  type Stream,
} from '../decider-specification.ts'
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
import { type UpcomingCycle, upcomingCycles } from './upcoming.ts'

function upcoming(stream: Stream, limit = 1): UpcomingCycle[] {
  const { provider } = stream.facts()
  return upcomingCycles(stream.state(), scheduleOf(stream), {
    now: stream.at,
    provider,
    account: ACCOUNT,
    limit,
  })
}

const FIRST: UpcomingCycle = {
  number: 1,
  from: isoDate('2030-01-14'),
  until: isoDate('2030-01-20'),
  debit_date: isoDate('2030-01-16'),
  amount: 100_00,
  action: 'announce',
  notify_at: at('2030-01-14', 12 * HOUR),
  reason: null,
  waits_for: null,
  notification_id: null,
  presentation_id: null,
}
const NEXT: UpcomingCycle = {
  ...FIRST,
  number: 2,
  from: isoDate('2030-01-21'),
  until: isoDate('2030-01-27'),
  debit_date: isoDate('2030-01-23'),
  notify_at: at('2030-01-21', 12 * HOUR),
}
const skipped = (reason: UpcomingCycle['reason']) =>
  ({ ...FIRST, action: 'skip', notify_at: null, reason }) as const

describe('of a schedule that runs', () => {
  test('as many cycles as were asked for are told, with the moments of their notices', () => {
    const stream = activeWeekly().given(plan())
    expect(upcoming(stream, 1)).toEqual([FIRST])
    expect(upcoming(stream, 2)).toEqual([FIRST, NEXT])
  })

  test('no more cycles are told than it has', () => {
    expect(upcoming(activeWeekly().given(plan({ count: 2 })), 12)).toEqual([FIRST, NEXT])
  })

  test('a debit that is announced comes first, until it has ended', () => {
    const stream = activeWeekly().given(plan())
    stream.fire(KEY)
    const { notification_id, presentation_id } = lastOf(stream)
    const announced = { ...FIRST, action: 'announced', notify_at: null } as const
    expect(upcoming(stream, 2)).toEqual([{ ...announced, notification_id, presentation_id }, NEXT])
    stream.given({ type: 'CancelPresentation', presentation_id })
    expect(upcoming(stream)).toEqual([NEXT])
  })

  test('a debit by hand is none of its cycles', () => {
    const stream = activeWeekly().given(plan()).given(notify())
    stream.given(answer('notification', 'pdn_1', DONE)).given(present())
    expect(upcoming(stream)).toEqual([FIRST])
  })
})

describe('a cycle will be left out', () => {
  test('while the merchant holds the schedule up', () => {
    const stream = activeWeekly().given(plan()).given(change('PauseSchedule'))
    expect(upcoming(stream)).toEqual([skipped('schedule_paused')])
  })

  test('where the new amount of the mandate does not allow it', () => {
    const stream = activeWeekly()
      .given(plan())
      .given(modify({ amount: 99_99 }))
    stream.given(answer('modification', 'mod_1', DONE))
    expect(upcoming(stream)).toEqual([skipped('rule_broken')])
  })

  test.each([
    ['a notice by hand that will have lapsed with its day does not', '2030-01-15', null],
    ['one whose day is still to come does', '2030-01-19', 'already_announced'],
  ] as const)('where its cycle is taken: %s', (_what, debit_date, reason) => {
    // Its own debit is due on Sunday: the notice of that goes out on Friday at noon.
    const stream = activeWeekly().given(plan({ starts_on: isoDate('2030-01-20') }))
    const day = isoDate(debit_date)
    stream.at = at(debit_date, -1.5 * DAY)
    stream.given(notify({ debit_date: day })).given(answer('notification', 'pdn_1', DONE))
    expect(upcoming(stream)).toMatchObject([
      {
        number: 1,
        debit_date: '2030-01-20',
        action: reason === null ? 'announce' : 'skip',
        reason,
      },
    ])
  })
})

test('a cycle whose debit by hand is still with the bank will be left out, though its day is over', () => {
  const stream = activeWeekly().given(plan({ starts_on: isoDate('2030-01-20') }))
  stream.at = at('2030-01-15', -1.5 * DAY)
  stream.given(notify({ debit_date: isoDate('2030-01-15') }))
  stream.given(answer('notification', 'pdn_1', DONE)).given(present())
  stream.fire('present:prs_1')
  stream.at = at('2030-01-16', HOUR)
  expect(upcoming(stream)).toMatchObject([{ action: 'skip', reason: 'already_announced' }])
})

describe('a payer’s pause', () => {
  test('holds the notice up to the last minute of the cycle', () => {
    const stream = activeWeekly().given(plan()).given(payer('pause'))
    expect(upcoming(stream)).toEqual([
      {
        ...FIRST,
        notify_at: at('2030-01-19', 23 * HOUR + 19 * MINUTE),
        waits_for: 'mandate_paused',
      },
    ])
  })
})

/** A server that stands still fires no timers: the schedule has not looked at its cycle yet. */
describe('while the moment of a notice passes unheard, the cycle', () => {
  test.each([
    ['moves to the first day that can be reached', at('2030-01-17', 23 * HOUR), 'announce', 1],
    [
      'keeps its last day up to half an hour before the cut-off',
      at('2030-01-19', 23 * HOUR),
      'announce',
      1,
    ],
    ['is then too late', at('2030-01-19', 23 * HOUR + 20 * MINUTE), 'skip', 1],
    ['is too late on its last day', at('2030-01-21', -1), 'skip', 1],
    ['is over on the day after', at('2030-01-21', 0), 'announce', 2],
  ] as const)('%s', (_what, now, action, number) => {
    const stream = activeWeekly().given(plan())
    stream.at = now
    const [first] = upcoming(stream)
    expect(first).toMatchObject({ number, action })
    if (action === 'skip') expect(first).toEqual(skipped('notice_too_late'))
  })

  test('is told with the day to which it moves, and its notice for now', () => {
    const stream = activeWeekly().given(plan())
    stream.at = at('2030-01-17', 23 * HOUR)
    expect(upcoming(stream)).toEqual([{ ...FIRST, debit_date: '2030-01-18', notify_at: stream.at }])
  })
})

describe('of a schedule that has ended', () => {
  test('the announced debit is still told, and nothing after it', () => {
    const stream = activeWeekly().given(plan())
    stream.fire(KEY)
    stream.given(change('CancelSchedule'))
    expect(upcoming(stream, 12)).toMatchObject([{ number: 1, action: 'announced' }])
  })

  test('with its last debit, nothing is told', () => {
    const stream = activeWeekly().given(plan({ count: 1 }))
    debitCycle(stream)
    expect(upcoming(stream, 12)).toEqual([])
  })
})
