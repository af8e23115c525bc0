import { describe, expect, test } from 'vitest'
import { DONE, declined, HOUR, MINUTE } from '../decider-specification.ts'
import { followUp } from '../follow-up-specification.ts'
import {
  AWAITING,
  atTheBank,
  debit,
  instantAtTheBank,
  NOT_SENT,
  reply,
  TUESDAY_8,
  TUESDAY_END,
  tell,
  U69,
  UNKNOWN,
  YE,
  Z9,
} from './attempt-specification.ts'

const REVOKE = { type: 'RevokeMandate', mandate_id: 'mdt_1' } as const

describe('an attempt that the bank refuses', () => {
  test('leaves the debit to the merchant until its day ends', () => {
    expect(followUp(atTheBank(), (stream) => stream.when(tell(1, declined('Z9'))))).toEqual({
      said: [['presentation.declined', { decline: Z9, until: null }]],
      timers: { 'pin_expiry:prs_1': null },
      asked: [],
      withdrawn: [],
    })
  })

  test('is made again by itself where that was asked for, once the provider’s hour has passed', () => {
    const stream = atTheBank({ debit: { retry: 'auto' } })
    const due_at = TUESDAY_8 + HOUR
    const again = { decline: Z9, due_at, reason: 'attempt_spacing' }
    expect(followUp(stream, () => stream.when(tell(1, declined('Z9'))))).toEqual({
      said: [['presentation.retry_scheduled', again]],
      timers: { 'present:prs_1': due_at, 'pin_expiry:prs_1': null },
      asked: [],
      withdrawn: [],
    })
  })

  test('ends the debit where another would do no better', () => {
    expect(followUp(atTheBank(), (stream) => stream.when(tell(1, declined('YE'))))).toEqual({
      said: [['presentation.failed', { decline: YE }]],
      timers: { 'pin_expiry:prs_1': null, 'window_end:prs_1': null },
      asked: [],
      withdrawn: ['present:prs_1:1'],
    })
  })

  test('ends the debit where its mandate has ended meanwhile, though time and attempts are left', () => {
    const stream = atTheBank({ debit: { retry: 'auto' } }).given(REVOKE)
    const { said } = followUp(stream, () => stream.when(tell(1, declined('Z9'))))
    expect(said).toEqual([['presentation.failed', { decline: Z9 }]])
  })

  test('was the last of an instant debit with one attempt, else its five minutes end it', () => {
    const one = instantAtTheBank()
    const failed = followUp(one, () => one.when(tell(1, declined('Z9'))))
    expect(failed.said).toEqual([['presentation.failed', { decline: Z9 }]])
    const two = instantAtTheBank({ instant_attempts_max: 2, attempt_spacing_minutes: 1 })
    const until = two.at + 5 * MINUTE + 1
    const left = followUp(two, () => two.when(tell(1, declined('Z9'))))
    expect(left.said).toEqual([['presentation.declined', { decline: Z9, until }]])
    expect(left.timers).toEqual({ 'pin_expiry:prs_1': null, 'window_end:prs_1': until })
  })

  test('tells that the rail has ended the mandate, where the bank says so', () => {
    const stream = atTheBank()
    const decline = {
      reason: 'mandate_revoked',
      provider_code: 'VA',
      npci_code: 'VA',
      advice: 'never',
    }
    expect(followUp(stream, () => stream.when(tell(1, declined('VA')))).said).toEqual([
      ['presentation.failed', { decline }],
      ['mandate.revoked', { by: 'rail', decline }],
    ])
  })
})

describe('a payer who was asked for the PIN', () => {
  const asked = (retry: 'auto' | 'none') => atTheBank({ debit: { retry } }).given(tell(1, AWAITING))

  test.each([
    ['auto', 'presentation.retry_scheduled'],
    ['none', 'presentation.declined'],
  ] as const)('and says no is given no more time for it (retry: %s)', (retry, event) => {
    const stream = asked(retry)
    expect(stream.timers.get('pin_expiry:prs_1')?.at).toBe(TUESDAY_8 + 30 * MINUTE)
    const { said, timers } = followUp(stream, () => stream.when(tell(1, declined('Z9'))))
    expect(said.map(([type]) => type)).toEqual([event])
    expect(timers).toHaveProperty(['pin_expiry:prs_1'], null)
  })

  test('and lets the time pass has declined, as far as the clock knows', () => {
    const stream = asked('none')
    expect(followUp(stream, () => stream.fire('pin_expiry:prs_1')).said).toEqual([
      ['presentation.declined', { decline: U69, until: null }],
    ])
  })

  test.each([
    ['has paid', DONE],
    ['was refused', declined('Z9')],
    ['cannot be spoken for', UNKNOWN],
  ])('is not held to the time when he %s meanwhile', (_what, outcome) => {
    const stream = asked('none')
    const timer = stream.timers.get('pin_expiry:prs_1')
    if (timer == null) throw new Error('the PIN has its time')
    stream.given(tell(1, outcome)).wait(30 * MINUTE)
    expect(stream.when({ type: 'FireTimer', timer })).toEqual({ ok: true, events: [] })
  })
})

describe('an attempt that never reached the bank', () => {
  test('is planned again a minute later, and its notice is as good as unused', () => {
    const stream = atTheBank()
    const due_at = TUESDAY_8 + MINUTE
    expect(followUp(stream, () => stream.when(tell(1, NOT_SENT)))).toEqual({
      said: [
        ['presentation.withdrawn', { due_at, reason: null }],
        ['notification.released', {}],
      ],
      timers: {
        'present:prs_1': due_at,
        'inquire:prs_1:1': null,
        'notice_lapse:pdn_1': TUESDAY_END,
      },
      asked: [],
      withdrawn: ['present:prs_1:1'],
    })
    expect(debit(stream)).toMatchObject({ status: 'scheduled', attempts: [], attempts_left: 4 })
  })

  test('leaves the notice used where an attempt before it was made', () => {
    const stream = atTheBank({ debit: { retry: 'auto' } }).given(tell(1, declined('Z9')))
    stream.fire('present:prs_1')
    expect(followUp(stream, () => stream.when(tell(2, NOT_SENT))).said).toEqual([
      ['presentation.withdrawn', { due_at: TUESDAY_8 + HOUR + MINUTE, reason: null }],
    ])
  })

  test('ends with its mandate', () => {
    const stream = atTheBank().given(REVOKE)
    expect(followUp(stream, () => stream.when(tell(1, NOT_SENT))).said).toEqual([
      ['presentation.withdrawn', { due_at: TUESDAY_8 + MINUTE, reason: null }],
      ['presentation.cancelled', {}],
    ])
  })

  test('may have been made for all that is known, where the payer was asked', () => {
    const stream = atTheBank().given(tell(1, AWAITING))
    expect(followUp(stream, () => stream.when(tell(1, NOT_SENT)))).toMatchObject({
      said: [
        [
          'presentation.outcome_unknown',
          { attempt: 1, truth: null, inquire_at: TUESDAY_8 + 90_000 },
        ],
      ],
    })
  })
})

test.each([
  ['a bank that only has it', reply, { result: 'accepted', state: 'acknowledged' }],
  ['a bank that cannot say', tell, { result: 'unknown' }],
] as const)('%s may yet announce an answer, which is kept', (_who, say, said) => {
  const stream = atTheBank()
  const later = [{ after_ms: 10_000, outcome: DONE }]
  expect(followUp(stream, () => stream.when(say(1, { ...said, later })))).toMatchObject({
    said: [
      ['presentation.outcome_unknown', { attempt: 1, truth: null }],
      [
        'presentation.answer_expected',
        { at: TUESDAY_8 + 10_000, outcome: DONE, attempt: 1, order: 0 },
      ],
    ],
    timers: { 'bank_answer:prs_1:1': TUESDAY_8 + 10_000 },
  })
})
