import { type Instant, isoDate, startOfIstDay } from '@upi-autopay/rail'
import { expect, test } from 'vitest'
import {
  answer,
  createMandate,
  createStream,
  DAY,
  DONE,
  declined,
  HOUR,
  MINUTE,
  MONDAY_8,
  notify,
  present,
} from './decider-specification.ts'
import { pruneMandate } from './rows.ts'

/** The thirtieth day after January, and the one after it. */
const remembered = startOfIstDay(isoDate('2030-03-02'))
const forgotten = startOfIstDay(isoDate('2030-03-03'))

/** A month in which two debits were refused for good. */
function refusedTwice() {
  const stream = createStream()
    .given(createMandate({ frequency: 'monthly' }))
    .given(answer('mandate', 'mdt_1', DONE))
    .given(notify())
    .given(answer('notification', 'pdn_1', DONE))
    .given(present())
  stream.fire('present:prs_1')
  stream.given(answer('presentation', 'prs_1', declined('YE'), 1)).wait(DAY)
  stream
    .given(notify({ id: 'pdn_2', debit_date: isoDate('2030-01-10') }))
    .given(answer('notification', 'pdn_2', DONE))
    .given(
      present({ id: 'prs_2', reference_id: 'debit-002', source: { notification_id: 'pdn_2' } }),
    )
  stream.fire('present:prs_2')
  return stream.given(answer('presentation', 'prs_2', declined('YE'), 1))
}

test('of a cycle that took several attempts it is known for thirty days after its end whether one was paid', () => {
  const { cycles } = pruneMandate(refusedTwice().state(), remembered)
  expect(Object.values(cycles)).toMatchObject([{ attempts: 2, succeeded: false }])
  expect(pruneMandate(refusedTwice().state(), forgotten).cycles).toEqual({})
})

test('of a cycle that took one attempt nothing is kept after its end', () => {
  const stream = createStream()
    .given(createMandate({ frequency: 'monthly' }))
    .given(answer('mandate', 'mdt_1', DONE))
    .given(present({ source: { instant_amount: 100_00 } }))
  stream.fire('present:prs_1')
  stream.given(answer('presentation', 'prs_1', declined('YE'), 1))
  expect(pruneMandate(stream.state(), startOfIstDay(isoDate('2030-02-05'))).cycles).toEqual({})
})

const MIDNIGHT = MONDAY_8 + 16 * HOUR

test.each([
  ['until five minutes after midnight', MIDNIGHT + 5 * MINUTE - 1, ['2030-01-07']],
  ['and no longer', MIDNIGHT + 5 * MINUTE, []],
])(
  'a cycle that was debited at once is remembered while another instant debit could claim it: %s',
  (_until, at, kept) => {
    const stream = createStream()
      .given(createMandate())
      .wait(16 * HOUR - 1)
      .given(answer('mandate', 'mdt_1', DONE))
      .given(present({ source: { instant_amount: 100_00 } }))
    stream.fire('present:prs_1')
    stream.given(answer('presentation', 'prs_1', DONE, 1))
    expect(Object.keys(pruneMandate(stream.state(), at as Instant).cycles)).toEqual(kept)
  },
)
