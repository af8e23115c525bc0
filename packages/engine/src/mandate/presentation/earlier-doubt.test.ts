import { describe, expect, test } from 'vitest'
import { DONE, declined, present, type Stream, told } from '../decider-specification.ts'
import { followUp, refusal } from '../follow-up-specification.ts'
import {
  AWAITING,
  atTheBank,
  debit,
  NOT_SENT,
  tell,
  U69,
  UNKNOWN,
  YE,
  Z9,
} from './attempt-specification.ts'

const AGAIN = present({ id: 'prs_2', reference_id: 'debit-002' })

/** The PIN of the first attempt came too late, as the clock has it; a second one is planned. */
function pinTimedOut(): Stream {
  const stream = atTheBank({ debit: { retry: 'auto' } }).given(tell(1, AWAITING))
  stream.fire('pin_expiry:prs_1')
  return stream
}

/** The second is under way when the bank says of the first that it cannot tell. */
function doubted(underWay: 'processing' | 'awaiting_payer' = 'processing'): Stream {
  const stream = pinTimedOut()
  stream.fire('present:prs_1')
  if (underWay === 'awaiting_payer') stream.given(tell(2, AWAITING))
  return stream.given(tell(1, UNKNOWN))
}

describe('doubt about an earlier attempt while the next one is under way', () => {
  test.each(['processing', 'awaiting_payer'] as const)(
    'is asked about while the debit is %s, and a no ends the question alone',
    (status) => {
      const stream = doubted(status)
      const asked_at = stream.at + 90_000
      expect(debit(stream)).toMatchObject({
        status,
        outcome: null,
        attempts: [{ status: 'unknown', ended_at: null }, { status }],
      })
      expect(stream.timers.get('inquire:prs_1:1')).toMatchObject({ at: asked_at, attempt: 1 })
      expect(followUp(stream, () => stream.fire('inquire:prs_1:1'))).toMatchObject({
        said: [['presentation.inquired', { attempt: 1, inquiry: 1 }]],
        asked: ['inquire:prs_1:1:1'],
      })
      expect(followUp(stream, () => stream.when(tell(1, declined('Z9'))))).toMatchObject({
        said: [['presentation.attempt_closed', { attempt: 1, decline: Z9 }]],
        timers: { 'inquire:prs_1:1': null },
      })
      expect(debit(stream)).toMatchObject({
        status,
        attempts: [{ status: 'declined' }, { status }],
      })
    },
  )

  test('leaves a declined second attempt no third: the debit fails, and holds its cycle', () => {
    const stream = doubted()
    expect(followUp(stream, () => stream.when(tell(2, declined('Z9')))).said).toEqual([
      ['presentation.failed', { decline: Z9 }],
    ])
    expect(debit(stream)).toMatchObject({
      status: 'failed',
      attempts: [{ status: 'unknown' }, { status: 'declined' }],
    })
    expect(refusal(stream.when(AGAIN)).code).toBe('presentation_open')
    stream.given(tell(1, declined('Z9')))
    expect(told(stream.when(AGAIN))).toEqual(['presentation.created'])
  })

  test('leaves one that never went out no second chance, and stays in doubt', () => {
    const stream = doubted()
    expect(followUp(stream, () => stream.when(tell(2, NOT_SENT))).said).toEqual([
      ['presentation.withdrawn', { due_at: stream.at + 60_000, reason: null }],
      ['presentation.failed', { decline: null }],
    ])
    expect(debit(stream)).toMatchObject({ status: 'failed', attempts: [{ status: 'unknown' }] })
    expect(refusal(stream.when(AGAIN)).code).toBe('presentation_open')
  })

  test('does not take back one that is paid; the first, paid as well, is surplus', () => {
    const stream = doubted().given(tell(2, DONE))
    expect(debit(stream)).toMatchObject({
      status: 'succeeded',
      attempts: [{ status: 'unknown' }, {}],
    })
    expect(told(stream.when(tell(1, DONE)))).toEqual(['presentation.surplus_collected'])
  })

  test('ends the debit when the first turns out to be paid, and the second is asked about', () => {
    const stream = doubted()
    expect(followUp(stream, () => stream.when(tell(1, DONE)))).toMatchObject({
      said: [['presentation.succeeded', { attempt: 1, still_open: { attempt: 2 } }]],
    })
  })
})

describe('doubt about an earlier attempt while the next one is only planned', () => {
  test('gives the debit up', () => {
    const stream = pinTimedOut()
    stream.fire('present:prs_1')
    stream.given(tell(2, declined('Z9')))
    expect(debit(stream).status).toBe('retry_scheduled')
    expect(followUp(stream, () => stream.when(tell(1, UNKNOWN)))).toMatchObject({
      said: [
        ['presentation.failed', { decline: Z9 }],
        ['presentation.doubted', { attempt: 1, truth: null, inquire_at: stream.at + 90_000 }],
      ],
      timers: { 'present:prs_1': null, 'inquire:prs_1:1': stream.at + 90_000 },
    })
    expect(refusal(stream.when(AGAIN)).code).toBe('presentation_open')
  })

  test('asks about the last attempt and repeats nothing meanwhile', () => {
    const stream = pinTimedOut()
    expect(debit(stream)).toMatchObject({ status: 'retry_scheduled', attempts: [{ decline: U69 }] })
    expect(told(stream.when(tell(1, UNKNOWN)))).toEqual(['presentation.outcome_unknown'])
  })

  test('is not heard of an attempt that the bank itself refused', () => {
    const stream = atTheBank({ debit: { retry: 'auto' } }).given(tell(1, declined('Z9')))
    stream.fire('present:prs_1')
    expect(told(stream.when(tell(1, UNKNOWN)))).toEqual([])
    expect(told(stream.when(tell(2, declined('YE'))))).toEqual(['presentation.failed'])
    expect(debit(stream).failure).toEqual(YE)
  })
})
