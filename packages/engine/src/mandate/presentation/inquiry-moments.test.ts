import { describe, expect, test } from 'vitest'
import { DONE, declined, MINUTE, SECOND, type Stream } from '../decider-specification.ts'
import { followUp } from '../follow-up-specification.ts'
import {
  AWAITING,
  atTheBank,
  debit,
  NOBODY_ASKED,
  NOT_SENT,
  reply,
  TAKEN,
  TUESDAY_8,
  tell,
  UNKNOWN,
  Z9,
} from './attempt-specification.ts'

/** The question that is planned about an attempt, taken up so that it can be put late. */
function planned(stream: Stream, attempt = 1) {
  const timer = stream.timers.get(`inquire:prs_1:${attempt}`)
  if (timer == null) throw new Error('no question is planned')
  return { type: 'FireTimer', timer } as const
}

describe('the first question to a bank that cannot say', () => {
  test.each([
    ['at once', 0, 90_000],
    ['just before ninety seconds', 89_999, 90_000],
    ['after exactly ninety seconds', 90_000, 90_000],
    ['just after them', 90_001, 180_001],
    ['after ten minutes', 10 * MINUTE, 10 * MINUTE + 90_000],
  ])('is put ninety seconds after the attempt began, or after the word came: %s', (_w, ms, at) => {
    const stream = atTheBank().wait(ms)
    const inquire_at = TUESDAY_8 + at
    expect(followUp(stream, () => stream.when(tell(1, UNKNOWN)))).toEqual({
      said: [['presentation.outcome_unknown', { attempt: 1, truth: null, inquire_at }]],
      timers: { 'inquire:prs_1:1': inquire_at, 'pin_expiry:prs_1': null },
      asked: [],
      withdrawn: [],
    })
  })

  test('is put to the same bank about the same attempt', () => {
    const stream = atTheBank().given(tell(1, { result: 'unknown', truth: DONE }))
    expect(stream.timers.get('inquire:prs_1:1')).toMatchObject({
      kind: 'inquire',
      resource_kind: 'presentation',
      resource_id: 'prs_1',
      attempt: 1,
      outcome: null,
    })
    const asked = followUp(stream, () => stream.fire('inquire:prs_1:1'))
    expect(asked).toEqual({
      said: [
        ['presentation.inquired', { attempt: 1, inquiry: 1, next_at: TUESDAY_8 + 15 * MINUTE }],
      ],
      timers: { 'inquire:prs_1:1': TUESDAY_8 + 15 * MINUTE },
      asked: ['inquire:prs_1:1:1'],
      withdrawn: [],
    })
    expect(stream.effects.get('inquire:prs_1:1:1')).toMatchObject({
      kind: 'inquire',
      resource_kind: 'presentation',
      resource_id: 'prs_1',
      attempt: 1,
      request: { amount: 100_00, truth: DONE },
    })
  })

  test('is not planned where nobody may be asked: an operator ends the doubt', () => {
    const stream = atTheBank({ policy: NOBODY_ASKED })
    const { said, timers } = followUp(stream, () => stream.when(tell(1, UNKNOWN)))
    expect(said).toEqual([
      ['presentation.outcome_unknown', { attempt: 1, truth: null, inquire_at: null }],
    ])
    expect(timers).toEqual({ 'pin_expiry:prs_1': null })
  })
})

describe('a provider that has taken the debit', () => {
  test('and says nothing of its answer is asked after ninety seconds', () => {
    const stream = atTheBank()
    expect(followUp(stream, () => stream.wait(SECOND).when(tell(1, TAKEN)))).toEqual({
      said: [['presentation.acknowledged', { attempt: 1, inquire_at: TUESDAY_8 + 90_000 }]],
      timers: { 'inquire:prs_1:1': TUESDAY_8 + 90_000 },
      asked: [],
      withdrawn: [],
    })
  })

  test('and has announced its answer is not', () => {
    const stream = atTheBank()
    const at = TUESDAY_8 + 10_000
    const later = [{ after_ms: 10_000, outcome: DONE }]
    expect(followUp(stream, () => stream.when(tell(1, { ...TAKEN, later })))).toEqual({
      said: [['presentation.answer_expected', { at, outcome: DONE, attempt: 1, order: 0 }]],
      timers: { 'bank_answer:prs_1:1': at, 'pin_expiry:prs_1': null },
      asked: [],
      withdrawn: [],
    })
  })

  test('is not asked where that is not allowed', () => {
    const stream = atTheBank({ policy: NOBODY_ASKED })
    expect(stream.when(tell(1, TAKEN))).toEqual({ ok: true, events: [] })
  })
})

describe('an answer to a question', () => {
  test.each([
    ['none', 'presentation.declined'],
    ['auto', 'presentation.retry_scheduled'],
  ] as const)('ends the questions, and one not yet sent stays unsent (retry: %s)', (retry, no) => {
    const stream = atTheBank({ debit: { retry } }).given(tell(1, UNKNOWN))
    stream.fire('inquire:prs_1:1')
    const after = followUp(stream, () => stream.when(reply(1, declined('Z9'))))
    expect(after).toMatchObject({ said: [[no, { decline: Z9 }]], withdrawn: ['inquire:prs_1:1:1'] })
    expect(after.timers).toHaveProperty(['inquire:prs_1:1'], null)
  })

  test('that fails the debit ends them too', () => {
    const stream = atTheBank().given(tell(1, UNKNOWN))
    stream.fire('inquire:prs_1:1')
    expect(followUp(stream, () => stream.when(reply(1, declined('YE'))))).toMatchObject({
      timers: { 'inquire:prs_1:1': null, 'window_end:prs_1': null },
      withdrawn: ['present:prs_1:1', 'inquire:prs_1:1:1'],
    })
  })

  test('that comes before the first question leaves none to withdraw', () => {
    const stream = atTheBank().given(tell(1, UNKNOWN))
    expect(followUp(stream, () => stream.when(tell(1, declined('Z9'))))).toMatchObject({
      timers: { 'inquire:prs_1:1': null },
      withdrawn: [],
    })
  })

  test('that the payer has it yet puts the questions off, and his time begins', () => {
    const stream = atTheBank().given(tell(1, UNKNOWN))
    stream.fire('inquire:prs_1:1')
    const expires_at = stream.at + 30 * MINUTE
    expect(followUp(stream, () => stream.when(reply(1, AWAITING)))).toEqual({
      said: [['presentation.awaiting_payer', { expires_at }]],
      timers: { 'inquire:prs_1:1': null, 'pin_expiry:prs_1': expires_at },
      asked: [],
      withdrawn: [],
    })
  })
})

describe('a question whose time comes when there is no need any more', () => {
  test.each([
    ['the bank has answered', declined('Z9')],
    ['the bank has paid', DONE],
    ['the payer has it after all', AWAITING],
    ['the bank never had it', NOT_SENT],
  ])('is not put: %s', (_why, outcome) => {
    const stream = atTheBank().given(tell(1, UNKNOWN))
    const question = planned(stream)
    stream.given(tell(1, outcome)).wait(90 * SECOND)
    expect(stream.when(question)).toEqual({ ok: true, events: [] })
    expect(debit(stream).attempts[0]?.inquiries ?? 0).toBe(0)
  })
})
