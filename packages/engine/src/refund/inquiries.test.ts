import { describe, expect, test } from 'vitest'
import { said } from '../collected/collected-specification.ts'
import { DONE, declined, HOUR, MONDAY_8, SECOND } from '../mandate/decider-specification.ts'
import type { Outcome } from '../ports/outcome.ts'
import {
  ASKED,
  createRefundStream,
  giveBack,
  INQUIRIES,
  type RefundStream,
  refundOf,
  SENT,
  tell,
  waiting,
} from './refund-specification.ts'

const TAKEN: Outcome = { result: 'accepted', state: 'acknowledged' }
const UNKNOWN: Outcome = { result: 'unknown' }
const NOT_SENT: Outcome = { result: 'not_sent', detail: 'no record' }

const INQUIRY = 'inquire:rfd_1'
const moments = INQUIRIES.map((after) => (MONDAY_8 + after) as typeof MONDAY_8)
const [FIRST = MONDAY_8, SECOND_ONE = MONDAY_8] = moments

function pending(): RefundStream {
  return createRefundStream().given(giveBack())
}

/** Asked three times, and nobody knew. */
function unresolved(): RefundStream {
  const stream = pending().given(tell(UNKNOWN))
  for (const _ of INQUIRIES) {
    stream.fire(INQUIRY)
    stream.given(tell(UNKNOWN))
  }
  return stream
}

describe('a refund of which nobody knows what became', () => {
  test.each<[string, Outcome, Outcome | null]>([
    ['the provider says so', UNKNOWN, null],
    ['the provider says so, and the simulated bank has paid', { ...UNKNOWN, truth: DONE }, DONE],
    ['the code means so', declined('U67'), null],
    ['the code means so on the rail', declined('RB'), null],
  ])('stays pending, keeps its amount and is asked about: %s', (_, outcome, truth) => {
    const stream = pending()
    expect(said(stream.when(tell(outcome)))).toEqual([
      ['refund.outcome_unknown', { truth, inquire_at: FIRST }],
    ])
    expect(refundOf(stream)).toEqual({
      ...ASKED,
      ...{ revision: 2, outcome: 'unknown', unknown_since: MONDAY_8, truth },
    })
    expect(stream.state().source.amount_refund_pending).toBe(100_00)
    expect([...stream.timers.values()]).toMatchObject([
      { key: INQUIRY, kind: 'inquire', resource_kind: 'refund', resource_id: 'rfd_1', at: FIRST },
    ])
  })

  test('is said once, and the question stays at its moment', () => {
    const stream = pending()
      .given(tell(UNKNOWN))
      .wait(10 * SECOND)
    expect(said(stream.when(tell(UNKNOWN)))).toEqual([])
    expect(waiting(stream, INQUIRY).at).toBe(FIRST)
  })

  test('is asked about with what was sent, and with what the simulated bank did', () => {
    const stream = pending().given(tell({ ...UNKNOWN, truth: DONE }))
    expect(said(stream.fire(INQUIRY))).toEqual([
      ['refund.inquired', { number: 1, next_at: SECOND_ONE }],
    ])
    expect(refundOf(stream)).toMatchObject({ revision: 2, inquiries: 1, outcome: 'unknown' })
    expect(waiting(stream, INQUIRY).at).toBe(SECOND_ONE)
    const { request } = SENT
    expect(stream.effects.get('inquire:rfd_1:1')).toEqual({
      ...SENT,
      id: 'inquire:rfd_1:1',
      kind: 'inquire',
      request: { ...request, truth: DONE },
      tenant: { merchant_id: 'mer_1', mode: 'test' },
      stream: 'pay_1',
      stream_kind: 'payment',
    })
  })

  test('names no truth where the simulated bank kept none', () => {
    const stream = pending().given(tell(UNKNOWN))
    stream.fire(INQUIRY)
    expect(stream.effects.get('inquire:rfd_1:1')?.request).toEqual(SENT.request)
  })

  test('is asked about one question after the other, also where all three are late', () => {
    const stream = pending().given(tell(UNKNOWN))
    const question = waiting(stream, INQUIRY)
    stream.wait(3 * HOUR)
    const next_at = stream.at + 90 * SECOND
    expect(said(stream.when({ type: 'FireTimer', timer: question }))).toEqual([
      ['refund.inquired', { number: 1, next_at }],
    ])
    expect(waiting(stream, INQUIRY).at).toBe(next_at)
  })

  test.each<[string, Outcome]>([
    ['that nobody knows', UNKNOWN],
    ['that it has no record of it, though it was sent', NOT_SENT],
    ['a code that means so', declined('U67')],
  ])('is asked about three times, then waits for the bank: the provider says %s', (_, outcome) => {
    const stream = pending().given(tell(UNKNOWN))
    for (const [index, moment] of moments.entries()) {
      const next_at = moments[index + 1] ?? null
      expect(said(stream.fire(INQUIRY))).toEqual([
        ['refund.inquired', { number: index + 1, next_at }],
      ])
      expect(stream.at).toBe(moment)
      expect(said(stream.when(tell(outcome)))).toEqual(
        next_at === null ? [['refund.unresolved', {}]] : [],
      )
    }
    expect(refundOf(stream)).toEqual({
      ...ASKED,
      ...{ revision: 3, outcome: 'unresolved', unknown_since: MONDAY_8, inquiries: 3 },
      updated_at: stream.at,
    })
    expect(stream.state().source.amount_refund_pending).toBe(100_00)
    expect(stream.movements).toEqual([])
    expect([...stream.timers]).toEqual([[INQUIRY, null]])
    expect([...stream.effects.keys()]).toEqual([
      'refund:rfd_1',
      ...[1, 2, 3].map((number) => `inquire:rfd_1:${number}`),
    ])
  })
})

describe('a refund that stays unresolved', () => {
  test.each<[string, Outcome]>([
    ['nobody knows', UNKNOWN],
    ['there is no record of it', NOT_SENT],
    ['the code means so', declined('RB')],
  ])('is not called so twice: %s', (_, outcome) => {
    expect(said(unresolved().when(tell(outcome)))).toEqual([])
  })

  test('is settled by the word of the bank', () => {
    const paid = unresolved().given(tell(DONE))
    expect(refundOf(paid)).toMatchObject({ status: 'succeeded', outcome: null })
    const failed = unresolved().given(tell(declined('U30')))
    expect(refundOf(failed)).toMatchObject({ status: 'failed', outcome: null })
  })

  test('is asked about no more, also where an older question still comes due', () => {
    const stream = pending().given(tell(UNKNOWN))
    const timer = waiting(stream, INQUIRY)
    for (const _ of INQUIRIES) stream.fire(INQUIRY)
    stream.given(tell(UNKNOWN))
    expect(refundOf(stream).outcome).toBe('unresolved')
    expect(said(stream.when({ type: 'FireTimer', timer }))).toEqual([])
  })
})

describe('a refund that the provider has taken without naming a moment of its answer', () => {
  test('is asked about as if its outcome were unknown, and is still called pending', () => {
    const stream = pending()
    expect(said(stream.when(tell(TAKEN)))).toEqual([['refund.acknowledged', { inquire_at: FIRST }]])
    expect(refundOf(stream)).toEqual({ ...ASKED, unknown_since: MONDAY_8 })
    expect(waiting(stream, INQUIRY).at).toBe(FIRST)
    expect(stream.state().source.amount_refund_pending).toBe(100_00)
  })

  test('says so once: the questions go on counting from the first time', () => {
    const stream = pending()
      .given(tell(TAKEN))
      .wait(10 * SECOND)
    expect(said(stream.when(tell(TAKEN)))).toEqual([])
    expect(waiting(stream, INQUIRY).at).toBe(FIRST)
  })

  test('turns unknown, and the questions go on', () => {
    const stream = pending().given(tell(TAKEN))
    stream.fire(INQUIRY)
    expect(said(stream.when(tell(UNKNOWN)))).toEqual([
      ['refund.outcome_unknown', { truth: null, inquire_at: SECOND_ONE }],
    ])
    expect(refundOf(stream)).toMatchObject({ outcome: 'unknown', unknown_since: MONDAY_8 })
  })

  test('is unresolved at once when the last question brings nothing but that nobody knows', () => {
    const stream = pending().given(tell(TAKEN))
    for (const _ of INQUIRIES) stream.fire(INQUIRY)
    expect(said(stream.when(tell(UNKNOWN)))).toEqual([
      ['refund.outcome_unknown', { truth: null, inquire_at: null }],
      ['refund.unresolved', {}],
    ])
    expect(refundOf(stream)).toMatchObject({ status: 'pending', outcome: 'unresolved' })
    expect(stream.timers.get(INQUIRY)).toBeNull()
  })
})

describe('a question whose moment comes when the bank has spoken already', () => {
  test.each([
    ['yes', DONE],
    ['no', declined('U30')],
  ])('is not put after a %s', (_, outcome) => {
    const stream = pending().given(tell(UNKNOWN))
    const timer = waiting(stream, INQUIRY)
    stream.given(tell(outcome))
    expect(stream.timers.get(INQUIRY)).toBeNull()
    expect(said(stream.when({ type: 'FireTimer', timer }))).toEqual([])
    expect([...stream.effects.keys()]).toEqual(['refund:rfd_1'])
  })
})
