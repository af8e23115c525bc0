import { isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import {
  answer,
  DAY,
  DONE,
  declined,
  notify,
  present,
  type Stream,
  told,
} from '../decider-specification.ts'
import { countForSchedule } from './evolve.ts'
import {
  activeWeekly,
  change,
  debitCycle,
  lastOf,
  plan,
  scheduleOf,
  sendCycle,
} from './schedule-specification.ts'

const NONE = { succeeded: 0, failed: 0, cancelled: 0, skipped: 0 }
const REFUSED = declined('YE') as typeof DONE
const done = (stream: Stream) => scheduleOf(stream).done
const say = (stream: Stream, outcome: typeof DONE) =>
  stream.given(answer('presentation', lastOf(stream).presentation_id, outcome, 1))

describe('a schedule counts a debit', () => {
  test('not while it is under way, and is no new version by it', () => {
    const stream = activeWeekly().given(plan())
    sendCycle(stream)
    expect(done(stream)).toEqual(NONE)
    const before = scheduleOf(stream)
    stream.given(answer('presentation', lastOf(stream).presentation_id, { result: 'unknown' }, 1))
    expect(scheduleOf(stream)).toBe(before)
    say(stream, DONE)
    expect(scheduleOf(stream)).toEqual({ ...before, done: { ...NONE, succeeded: 1 } })
  })

  test('anew where the bank says late that it was paid', () => {
    const stream = activeWeekly().given(plan())
    debitCycle(stream, REFUSED)
    expect(done(stream)).toEqual({ ...NONE, failed: 1 })
    say(stream, DONE)
    expect(done(stream)).toEqual({ ...NONE, succeeded: 1 })
  })

  test('as failed where the bank takes it back', () => {
    const stream = activeWeekly().given(plan())
    debitCycle(stream)
    const { presentation_id } = lastOf(stream)
    stream.given({ type: 'ReversePresentation', presentation_id })
    expect(done(stream)).toEqual({ ...NONE, failed: 1 })
  })

  test('that ends after the schedule did, once', () => {
    const stream = activeWeekly().given(plan())
    sendCycle(stream)
    stream.given(change('CancelSchedule'))
    say(stream, REFUSED)
    expect(done(stream)).toEqual({ ...NONE, failed: 1 })
    // What is told later shows on the debit only.
    say(stream, DONE)
    expect(done(stream)).toEqual({ ...NONE, failed: 1 })
  })

  test('of its own, and none by hand', () => {
    const stream = activeWeekly().given(plan())
    const before = scheduleOf(stream)
    stream
      .given(notify())
      .given(answer('notification', 'pdn_1', DONE))
      .given(present())
    stream.fire('present:prs_1')
    stream.given(answer('presentation', 'prs_1', DONE, 1))
    expect(scheduleOf(stream)).toBe(before)
  })

  test('no longer once the state has let go of the schedule', () => {
    const stream = activeWeekly().given(plan())
    debitCycle(stream)
    const state = { ...stream.state(), schedules: {} }
    expect(countForSchedule(state, undefined, lastOf(stream).presentation_id)).toBe(state)
  })
})

describe('a schedule whose cycles are all announced', () => {
  test('is complete with its own debit, though one by hand is open', () => {
    const stream = activeWeekly().given(plan({ count: 1 }))
    sendCycle(stream)
    stream.wait(4 * DAY).given(notify({ debit_date: isoDate('2030-01-21') }))
    stream.given(answer('notification', 'pdn_1', DONE)).given(present())
    const { presentation_id } = lastOf(stream)
    expect(told(stream.when(answer('presentation', presentation_id, DONE, 1)))).toEqual([
      'presentation.succeeded',
      'schedule.completed',
    ])
  })

  test('is not complete while the merchant holds it up', () => {
    const stream = activeWeekly().given(plan({ count: 1 }))
    sendCycle(stream)
    stream.given(change('PauseSchedule'))
    const { presentation_id } = lastOf(stream)
    expect(told(stream.when(answer('presentation', presentation_id, DONE, 1)))).toEqual([
      'presentation.succeeded',
    ])
    expect(told(stream.when(change('ResumeSchedule')))).toEqual([
      'schedule.resumed',
      'schedule.completed',
    ])
  })
})
