import { endOfIstDay, isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../ports/outcome.ts'
import {
  answer,
  createMandate,
  createStream,
  DONE,
  declined,
  HOUR,
  notify,
  present,
  type Stream,
  told,
} from '../decider-specification.ts'

const tell = (attempt: number, outcome: Outcome) =>
  answer('presentation', 'prs_1', outcome, attempt)
const ON_ITS_WAY: Outcome = {
  result: 'accepted',
  state: 'acknowledged',
  later: [{ after_ms: 10_000, outcome: DONE }],
}

function announced(): Stream {
  return createStream()
    .given(createMandate({ frequency: 'monthly' }))
    .given(answer('mandate', 'mdt_1', DONE))
    .given(notify())
}

/** A debit with automatic retries whose second attempt is with the bank. */
function secondAtTheBank(): Stream {
  const stream = announced()
    .given(answer('notification', 'pdn_1', DONE))
    .given(present({ retry: 'auto' }))
  stream.fire('present:prs_1')
  stream.given(tell(1, declined('Z9')))
  stream.fire('present:prs_1')
  return stream
}

/** The first attempt turned out to be paid, and perhaps the bank gave it back; the second is with the bank still. */
const AFTER_THE_END: readonly (readonly [status: string, stream: () => Stream])[] = [
  ['succeeded', () => secondAtTheBank().given(tell(1, DONE))],
  [
    'reversed',
    () =>
      secondAtTheBank()
        .given(tell(1, DONE))
        .given({ type: 'ReversePresentation', presentation_id: 'prs_1' }),
  ],
]

describe.each(AFTER_THE_END)('an attempt at the bank of a debit that is %s', (status, made) => {
  const statusOf = (stream: Stream) => stream.state().presentations.prs_1?.status

  test('may have its answer announced', () => {
    const stream = made()
    expect(told(stream.when(tell(2, ON_ITS_WAY)))).toEqual(['presentation.answer_expected'])
    expect(statusOf(stream)).toBe(status)
  })

  test('is asked about', () => {
    const stream = made()
    expect(told(stream.fire('inquire:prs_1:2'))).toEqual(['presentation.inquired'])
    expect(statusOf(stream)).toBe(status)
  })

  test('is closed by a no', () => {
    const stream = made()
    expect(told(stream.when(tell(2, declined('Z9'))))).toEqual(['presentation.attempt_closed'])
    expect(statusOf(stream)).toBe(status)
  })

  test('is no matter of a no about the first one', () => {
    const stream = made()
    expect(told(stream.when(tell(1, declined('Z9'))))).toEqual(['presentation.contradicted'])
    expect(statusOf(stream)).toBe(status)
  })
})

test('an automatic retry that comes due in peak hours is put off to their end', () => {
  const stream = announced()
    .given(answer('notification', 'pdn_1', DONE))
    .given(present({ retry: 'auto' }))
  stream.fire('present:prs_1')
  stream.given(tell(1, declined('Z9')))
  const timer = stream.timers.get('present:prs_1')
  if (timer === undefined || timer === null) throw new Error('a retry is planned')
  // The server was away while it was due.
  const late = stream.wait(3 * HOUR).when({ type: 'FireTimer', timer })
  expect(told(late)).toEqual(['presentation.deferred'])
  expect(stream.state().presentations.prs_1).toMatchObject({
    status: 'retry_scheduled',
    deferred_because: 'peak_hours',
  })
})

test('a notice that no bank has answered lapses with its day', () => {
  const stream = announced()
  expect(told(stream.fire('notice_lapse:pdn_1'))).toEqual(['notification.lapsed'])
  expect(stream.state().notifications.pdn_1).toMatchObject({
    status: 'lapsed',
    delivered_at: null,
  })
  expect(stream.at).toBe(endOfIstDay(isoDate('2030-01-08')))
})
