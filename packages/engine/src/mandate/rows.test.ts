import { isoDate, startOfIstDay } from '@upi-autopay/rail'
import { expect, test } from 'vitest'
import {
  answer,
  createMandate,
  createStream,
  DAY,
  DONE,
  declined,
  notify,
  present,
} from './decider-specification.ts'
import { pruneMandate } from './rows.ts'

const ended = startOfIstDay(isoDate('2030-02-05'))
const forgotten = startOfIstDay(isoDate('2030-03-05'))

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
  const { cycles } = pruneMandate(refusedTwice().state(), ended)
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
  expect(pruneMandate(stream.state(), ended).cycles).toEqual({})
})
