import { isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../ports/outcome.ts'
import {
  answer,
  DONE,
  declined,
  HOUR,
  MINUTE,
  notify,
  present,
  type Stream,
  told,
} from '../decider-specification.ts'
import { followUp, refusal } from '../follow-up-specification.ts'
import {
  AWAITING,
  atTheBank,
  debit,
  NOBODY_ASKED,
  NOT_SENT,
  TAKEN,
  tell,
  UNKNOWN,
  Z9,
} from './attempt-specification.ts'

const CANCEL = { type: 'CancelPresentation', presentation_id: 'prs_1' } as const
const QUIET = { ok: true, events: [] }

/** The first attempt was paid after all, while the second is at the bank. */
function secondAtTheBank(): Stream {
  const stream = atTheBank({ debit: { retry: 'auto' } }).given(tell(1, declined('Z9')))
  stream.fire('present:prs_1')
  return stream.given(tell(1, DONE))
}

/** The PIN was not entered in time, as the clock has it; the second attempt is at the bank. */
function secondAfterPinTimeout(): Stream {
  const stream = atTheBank({ debit: { retry: 'auto' } }).given(tell(1, AWAITING))
  stream.fire('pin_expiry:prs_1')
  stream.fire('present:prs_1')
  return stream
}

describe('after a yes', () => {
  test.each([
    ['a no', declined('Z9')],
    ['a word that it was never sent', NOT_SENT],
  ])('%s is kept in the log as it was said', (_what, outcome) => {
    const stream = atTheBank().given(tell(1, DONE))
    expect(followUp(stream, () => stream.when(tell(1, outcome))).said).toEqual([
      ['presentation.contradicted', { attempt: 1, outcome }],
    ])
    expect(debit(stream).status).toBe('succeeded')
  })

  test.each([
    ['that it was taken', TAKEN],
    ['that it waits for the payer', AWAITING],
    ['that nobody knows', UNKNOWN],
  ])('a word %s is no news', (_what, outcome) => {
    expect(atTheBank().given(tell(1, DONE)).when(tell(1, outcome))).toEqual(QUIET)
  })
})

describe('of an attempt at the bank while an earlier one was paid', () => {
  test.each([
    ['a no', declined('Z9'), Z9],
    ['a word that it was never sent', NOT_SENT, null],
  ])('%s ends the questions', (_what, outcome, decline) => {
    const stream = secondAtTheBank()
    expect(followUp(stream, () => stream.when(tell(2, outcome)))).toMatchObject({
      said: [['presentation.attempt_closed', { attempt: 2, decline }]],
      timers: { 'inquire:prs_1:2': null },
    })
  })

  test('a word that it was never sent leaves no doubt', () => {
    const stream = secondAtTheBank().given(tell(2, NOT_SENT))
    expect(stream.when(tell(2, UNKNOWN))).toEqual(QUIET)
  })

  test('a code that is no decline leaves the question to be put', () => {
    const stream = secondAtTheBank()
    expect(stream.when(tell(2, declined('RB')))).toEqual(QUIET)
    expect(told(stream.fire('inquire:prs_1:2'))).toEqual(['presentation.inquired'])
  })
})

describe('of an attempt that was never made', () => {
  test.each([
    ['a no', declined('Z9')],
    ['that nobody knows', UNKNOWN],
    ['that it was never sent', NOT_SENT],
  ])('a word means nothing: %s', (_what, outcome) => {
    expect(atTheBank().when(tell(3, outcome))).toEqual(QUIET)
  })
})

describe('doubt about an attempt that ended without the bank', () => {
  const calledOff = (policy = {}): Stream =>
    atTheBank({ policy }).given(tell(1, AWAITING)).wait(MINUTE).given(CANCEL)

  test('is asked about, and the question is ended by a no', () => {
    const stream = calledOff()
    const inquire_at = stream.at + 30_000
    expect(followUp(stream, () => stream.when(tell(1, UNKNOWN)))).toMatchObject({
      said: [['presentation.doubted', { attempt: 1, truth: null, inquire_at }]],
      timers: { 'inquire:prs_1:1': inquire_at },
    })
    stream.fire('inquire:prs_1:1')
    expect(followUp(stream, () => stream.when(tell(1, declined('Z9'))))).toMatchObject({
      said: [['presentation.attempt_closed', { attempt: 1, decline: Z9 }]],
      timers: { 'inquire:prs_1:1': null },
      withdrawn: expect.arrayContaining(['inquire:prs_1:1:1']),
    })
  })

  test('holds its cycle where nobody may be asked as well, until an operator speaks', () => {
    const stream = calledOff(NOBODY_ASKED)
    const { said, timers } = followUp(stream, () => stream.when(tell(1, UNKNOWN)))
    expect(said).toEqual([['presentation.doubted', { attempt: 1, truth: null, inquire_at: null }]])
    expect(timers).not.toHaveProperty(['inquire:prs_1:1'])
    const again = present({ id: 'prs_2', reference_id: 'debit-002' })
    expect(refusal(stream.when(again))).toMatchObject({
      code: 'presentation_open',
      existing: { object: 'presentation', id: 'prs_1' },
    })
    const word = { outcome: 'failed', rrn: null, note: 'no trace at the bank' } as const
    stream.given({ type: 'ResolvePresentation', presentation_id: 'prs_1', ...word })
    expect(told(stream.when(again))).toEqual(['presentation.created'])
  })

  test('holds no other cycle', () => {
    const stream = calledOff().given(tell(1, UNKNOWN))
    stream
      .given(notify({ id: 'pdn_2', debit_date: isoDate('2030-01-09') }))
      .given(answer('notification', 'pdn_2', DONE))
      .given(present({ id: 'prs_2', source: { notification_id: 'pdn_2' }, reference_id: 'd-2' }))
    expect(told(stream.fire('present:prs_2'))).toEqual([
      'notification.used',
      'presentation.processing',
    ])
  })

  test('is asked about by its number where a later attempt has failed since', () => {
    const stream = secondAfterPinTimeout()
      .given(tell(2, declined('YE')))
      .given(tell(1, UNKNOWN))
    expect(debit(stream)).toMatchObject({
      status: 'failed',
      attempts: [{ status: 'unknown' }, { status: 'declined' }],
    })
    expect(followUp(stream, () => stream.when(tell(1, declined('Z9'))))).toMatchObject({
      said: [['presentation.attempt_closed', { attempt: 1, decline: Z9 }]],
      timers: { 'inquire:prs_1:1': null },
    })
  })
})

describe('no doubt is left', () => {
  const REFUSED: readonly (readonly [why: string, stream: () => Stream, outcome: Outcome])[] = [
    [
      'where the bank itself said that time ran out',
      () => atTheBank().given(tell(1, declined('U69'))),
      UNKNOWN,
    ],
    ['where the bank refused', () => atTheBank().given(tell(1, declined('Z9'))), UNKNOWN],
    [
      'by a clear no to a debit that was called off',
      () => atTheBank().given(tell(1, AWAITING)).given(CANCEL),
      declined('Z9'),
    ],
    ['by a word of what is known', () => atTheBank().given(tell(1, AWAITING)).given(CANCEL), TAKEN],
    [
      'by a word that it was never sent',
      () => atTheBank().given(tell(1, AWAITING)).given(CANCEL),
      NOT_SENT,
    ],
    [
      'where an operator has spoken',
      () =>
        atTheBank().given(tell(1, UNKNOWN)).given({
          type: 'ResolvePresentation',
          presentation_id: 'prs_1',
          outcome: 'failed',
          rrn: null,
          note: 'no trace at the bank',
        }),
      UNKNOWN,
    ],
    [
      'where a debit was called off after the bank refused it',
      () =>
        atTheBank()
          .given(tell(1, declined('Z9')))
          .given(CANCEL),
      UNKNOWN,
    ],
    [
      'where an operator has spoken of a debit that was called off',
      () =>
        atTheBank().given(tell(1, AWAITING)).given(CANCEL).given(tell(1, UNKNOWN)).given({
          type: 'ResolvePresentation',
          presentation_id: 'prs_1',
          outcome: 'failed',
          rrn: null,
          note: 'no trace at the bank',
        }),
      UNKNOWN,
    ],
    [
      'where the bank refused by a code of the rail alone',
      () =>
        atTheBank().given(tell(1, { result: 'declined', provider_code: null, npci_code: 'Z9' })),
      UNKNOWN,
    ],
  ]
  test.each(REFUSED)('%s', (_why, made, outcome) => {
    const stream = made().wait(HOUR)
    const before = debit(stream)
    expect(stream.when(tell(1, outcome))).toEqual(QUIET)
    expect(debit(stream)).toEqual(before)
  })
})
