import type { PresentWhen } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import { answer, DONE, notify, POLICY, present, type Stream } from '../decider-specification.ts'
import { active, debitOf, exempt, ist, noticed } from './debits-specification.ts'
import { wishedStart } from './facts.ts'
import { ON_NOTICE, previewed } from './preview-specification.ts'

const EXEMPT = { amount: 100_00 }

const on = (stream: Stream, clock: string): Stream => {
  stream.at = ist(clock)
  return stream
}

/** A notice of Monday for a moment of Tuesday. */
const named = (clock: string): Stream =>
  active()
    .given(notify({ debit_at: ist(clock) }))
    .given(answer('notification', 'pdn_1', DONE))

describe('a wish', () => {
  const now = ist('2030-01-08T08:30')

  test.each([
    ['asap', null, null],
    ['next_window', null, { at: ist('2030-01-08T13:00'), reason: 'next_window' }],
    ['at', ist('2030-01-08T22:00'), { at: ist('2030-01-08T22:00'), reason: 'requested_time' }],
    ['at', null, { at: now, reason: 'requested_time' }],
  ] as const)('for %s is a moment and its reason', (when, present_at, start) => {
    expect(wishedStart({ when, present_at }, now, POLICY)).toEqual(start)
  })
})

describe('a debit on a notice that wishes', () => {
  const TUESDAY_8_30 = () => on(noticed(), '2030-01-08T08:30')
  const IN_PEAK = () => on(noticed(), '2030-01-08T11:00')
  const MONDAY_9 = () => on(noticed(), '2030-01-07T09:00')

  test.each([
    ['asap', 'outside peak hours', TUESDAY_8_30, '2030-01-08T08:30', null],
    ['asap', 'in peak hours', IN_PEAK, '2030-01-08T13:00', 'peak_hours'],
    ['asap', 'on a young notice', MONDAY_9, '2030-01-08T08:00', 'notice_lead_time'],
    ['next_window', 'outside peak hours', TUESDAY_8_30, '2030-01-08T13:00', 'next_window'],
    ['next_window', 'in peak hours', IN_PEAK, '2030-01-08T13:00', 'next_window'],
    ['next_window', 'on a young notice', MONDAY_9, '2030-01-08T13:00', 'next_window'],
    [
      'next_window',
      'on a notice for an hour in peak hours',
      () => named('2030-01-08T18:00'),
      '2030-01-08T21:30',
      'next_window',
    ],
    [
      'next_window',
      'on a notice for the start of a window',
      () => named('2030-01-08T13:00'),
      '2030-01-08T21:30',
      'next_window',
    ],
    [
      'next_window',
      'on a notice for an hour with no later window',
      () => named('2030-01-08T21:45'),
      '2030-01-08T21:45',
      'debit_date',
    ],
  ] as const)('%s, %s, is planned as it is previewed', (when, _where, given, clock, reason) => {
    const wish = { when, present_at: null }
    expect(previewed(given(), ON_NOTICE, wish).earliest).toEqual({ at: ist(clock), reason })
    expect(debitOf(given().given(present(wish)))).toMatchObject({
      ...{ when, due_at: ist(clock), deferred_because: reason },
    })
  })

  test.each([
    ['hours after its notice allowed it', noticed, '2030-01-08T22:00'],
    ['when its notice allows it', () => named('2030-01-08T21:45'), '2030-01-08T21:45'],
  ])('the next window of a day that has none left is refused %s', (_when, given, clock) => {
    const late = on(given(), clock)
    expect(late.when(present({ when: 'next_window' }))).toMatchObject({
      ok: false,
      rejection: { code: 'debit_window_closed' },
    })
    expect(previewed(late, ON_NOTICE, { when: 'next_window' }).earliest).toBeNull()
  })
})

describe('a debit that needs no notice and wishes', () => {
  test.each([
    ['asap', '2030-01-08T11:00', '2030-01-08T13:00', 'peak_hours'],
    ['next_window', '2030-01-08T11:00', '2030-01-08T13:00', 'next_window'],
    ['next_window', '2030-01-08T22:00', '2030-01-09T00:00', 'next_window'],
  ] as const)('%s at %s is planned for %s', (when, now, clock, reason) => {
    const wish: { when: PresentWhen } = { when }
    const given = () => on(exempt(), now)
    expect(previewed(given(), EXEMPT, wish).earliest).toEqual({ at: ist(clock), reason })
    expect(debitOf(given().given(present({ ...wish, source: EXEMPT })))).toMatchObject({
      ...{ due_at: ist(clock), deferred_because: reason },
    })
  })
})
