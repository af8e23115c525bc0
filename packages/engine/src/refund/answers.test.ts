import { describe, expect, test } from 'vitest'
import { said } from '../collected/collected-specification.ts'
import { DAY, DONE, declined, MONDAY_8, SECOND } from '../mandate/decider-specification.ts'
import type { Outcome } from '../ports/outcome.ts'
import { refundEvent } from './events.ts'
import { evolveRefund } from './evolve.ts'
import {
  ASKED,
  answerNow,
  confirm,
  createRefundStream,
  giveBack,
  type RefundStream,
  refundOf,
  rowOf,
  TUESDAY_8,
  tell,
  waiting,
} from './refund-specification.ts'

const TAKEN: Outcome = { result: 'accepted', state: 'acknowledged' }
const UNKNOWN: Outcome = { result: 'unknown' }
const NOT_SENT: Outcome = { result: 'not_sent', detail: 'no record' }
const NO = declined('U30')

const RECEIPT = { rrn: '000000000001', npci_txn_id: 'N1' }
const DECLINE = {
  reason: 'technical_failure',
  provider_code: 'U30',
  npci_code: 'U30',
  advice: 'retry_later',
} as const

const PAID = {
  ...ASKED,
  ...RECEIPT,
  revision: 2,
  status: 'succeeded',
  completed_at: TUESDAY_8,
  updated_at: TUESDAY_8,
}

const BOOKED = {
  id: 'rfd_1:refunded',
  kind: 'refunded',
  resource_kind: 'refund',
  resource_id: 'rfd_1',
  amount: 100_00,
  fee: 0,
  at: TUESDAY_8,
  speed: 't1',
  rrn: null,
}

function pending(): RefundStream {
  return createRefundStream().given(giveBack())
}

describe('a pending refund', () => {
  test('is paid when the bank says so: the money is booked and no longer reserved', () => {
    const stream = pending().wait(DAY)
    expect(said(stream.when(tell(DONE)))).toEqual([['refund.succeeded', RECEIPT]])
    expect(refundOf(stream)).toEqual(PAID)
    expect(stream.state().source).toMatchObject({
      amount_refunded: 100_00,
      amount_refund_pending: 0,
    })
    expect(stream.movements).toMatchObject([BOOKED])
  })

  test('is found by the names that the rail gives it', () => {
    expect(rowOf(pending().given(tell(DONE))).links).toEqual(['pay_1', '000000000001', 'N1'])
  })

  test.each([
    ['without names', {}],
    ['without any references', undefined],
  ])('may be paid %s of the rail', (_, references) => {
    const done: Outcome = { result: 'accepted', state: 'done', ...(references && { references }) }
    const stream = pending()
    expect(said(stream.when(tell(done)))).toEqual([
      ['refund.succeeded', { rrn: null, npci_txn_id: null }],
    ])
    expect(rowOf(stream).links).toEqual(['pay_1'])
  })

  test('fails at a clear no: its amount is free again and nothing is booked', () => {
    const stream = pending().wait(DAY)
    expect(said(stream.when(tell(NO)))).toEqual([['refund.failed', { decline: DECLINE }]])
    expect(refundOf(stream)).toEqual({
      ...ASKED,
      revision: 2,
      status: 'failed',
      failure: DECLINE,
      completed_at: TUESDAY_8,
      updated_at: TUESDAY_8,
    })
    expect(stream.state().source).toMatchObject({ amount_refunded: 0, amount_refund_pending: 0 })
    expect(stream.movements).toEqual([])
  })

  test('that surely was not sent goes out again by itself, so nothing is said of it', () => {
    const stream = pending()
    expect(said(stream.when(tell(NOT_SENT)))).toEqual([])
    expect(refundOf(stream)).toEqual(ASKED)
    expect(stream.timers.size).toBe(0)
  })
})

describe('a refund whose answer is on its way', () => {
  const later = [
    { after_ms: 10 * SECOND, outcome: DONE },
    { after_ms: 20 * SECOND, outcome: NO },
  ]
  const after = (seconds: number) => (MONDAY_8 + seconds * SECOND) as typeof MONDAY_8

  test('is not asked about: each answer waits for its moment', () => {
    const stream = pending()
    expect(said(stream.when(tell({ ...TAKEN, later })))).toEqual([
      ['refund.answer_expected', { at: after(10), outcome: DONE, attempt: null, order: 0 }],
      ['refund.answer_expected', { at: after(20), outcome: NO, attempt: null, order: 1 }],
    ])
    expect(refundOf(stream)).toEqual(ASKED)
    expect(stream.state().source.amount_refund_pending).toBe(100_00)
    const timer = { kind: 'bank_answer', resource_kind: 'refund', resource_id: 'rfd_1' }
    expect([...stream.timers.values()]).toMatchObject([
      { ...timer, key: 'bank_answer:rfd_1', at: after(10), outcome: DONE, attempt: null },
      { ...timer, key: 'bank_answer:rfd_1:1', at: after(20), outcome: NO, attempt: null },
    ])
  })

  test('is paid by the answer, and a second one that says no changes nothing', () => {
    const stream = pending().given(tell({ ...TAKEN, later }))
    expect(said(stream.fire('bank_answer:rfd_1'))).toEqual([['refund.succeeded', RECEIPT]])
    expect(said(stream.fire('bank_answer:rfd_1:1'))).toEqual([])
    expect(stream.movements).toHaveLength(1)
  })

  test('forgets the answer and the question when the bank speaks before', () => {
    const stream = pending()
      .given(tell(TAKEN))
      .given(tell({ ...TAKEN, later }))
    expect(waiting(stream, 'inquire:rfd_1').at).toBe(after(90))
    stream.given(answerNow(NO))
    expect(stream.timers.get('bank_answer:rfd_1')).toBeNull()
    expect(stream.timers.get('inquire:rfd_1')).toBeNull()
  })
})

describe('a refund that the bank has paid', () => {
  test.each<[string, Outcome]>([
    ['the same yes again', DONE],
    ['a no', NO],
    ['a code that says that the outcome is unknown', declined('RB')],
    ['that nobody knows', UNKNOWN],
    ['that it was taken', TAKEN],
    ['that it was not sent', NOT_SENT],
  ])('hears nothing new in %s', (_, outcome) => {
    const stream = pending().wait(DAY).given(tell(DONE)).wait(DAY)
    expect(said(stream.when(tell(outcome)))).toEqual([])
    expect(refundOf(stream)).toEqual(PAID)
    expect(stream.movements).toHaveLength(1)
  })
})

describe('a refund that has failed', () => {
  test.each<[string, Outcome]>([
    ['the same no again', NO],
    ['that nobody knows', UNKNOWN],
    ['that it was taken', TAKEN],
    ['that it was not sent', NOT_SENT],
  ])('hears nothing new in %s', (_, outcome) => {
    expect(said(pending().given(tell(NO)).when(tell(outcome)))).toEqual([])
  })

  test('counts as paid when the bank says later that the money has gone', () => {
    const stream = pending().given(tell(NO)).wait(DAY)
    expect(said(stream.when(tell(DONE)))).toEqual([['refund.corrected', RECEIPT]])
    expect(refundOf(stream)).toEqual({ ...PAID, revision: 3 })
    expect(stream.state().source).toMatchObject({
      amount_refunded: 100_00,
      amount_refund_pending: 0,
    })
    expect(stream.movements).toMatchObject([BOOKED])
  })
})

describe('just before it is sent', () => {
  test('a refund of which the bank has said nothing may go out', () => {
    expect(said(confirm(pending()))).toEqual([])
  })

  test.each<[string, string, Outcome]>([
    ['has paid', 'succeeded', DONE],
    ['has refused', 'failed', NO],
    ['has taken', 'pending', TAKEN],
    ['may have paid', 'pending', UNKNOWN],
  ])('a refund that the bank %s stays here', (_, status, outcome) => {
    expect(said(confirm(pending().given(tell(outcome))))).toEqual({
      code: 'state_conflict',
      detail: expect.stringContaining(status),
      allowed_actions: [],
    })
  })
})

describe('the bank of the sandbox', () => {
  test('is told what to say of a pending refund', () => {
    expect(said(pending().when(answerNow(DONE)))).toEqual([['refund.succeeded', RECEIPT]])
    expect(said(pending().given(tell(UNKNOWN)).when(answerNow(NO)))).toEqual([
      ['refund.failed', { decline: DECLINE }],
    ])
  })

  test.each([
    ['succeeded', DONE],
    ['failed', NO],
  ])('does not speak again of one that has %s', (status, outcome) => {
    expect(said(pending().given(tell(outcome)).when(answerNow(DONE)))).toEqual({
      code: 'state_conflict',
      detail: expect.stringContaining(status),
      allowed_actions: [],
    })
  })
})

test('what happens to a refund that is not loaded is not made up', () => {
  const paid = refundEvent('refund.succeeded', 'rfd_1', RECEIPT)
  expect(() => evolveRefund(undefined, paid, MONDAY_8)).toThrow(
    'refund.succeeded of rfd_1, which is not loaded',
  )
})
