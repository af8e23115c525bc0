import { describe, expect, test } from 'vitest'
import { DAY, DONE, declined, HOUR, MINUTE, type Stream, told } from '../decider-specification.ts'
import { followUp, refusal } from '../follow-up-specification.ts'
import {
  AWAITING,
  active,
  atTheBank,
  debit,
  instantAtTheBank,
  scheduled,
  TUESDAY_8,
  TUESDAY_END,
  tell,
  UNKNOWN,
  Z9,
} from './attempt-specification.ts'

const RETRY = {
  type: 'RetryPresentation',
  presentation_id: 'prs_1',
  when: 'asap',
  present_at: null,
} as const
const CANCEL = { type: 'CancelPresentation', presentation_id: 'prs_1' } as const
const ENTER_PIN = {
  type: 'ActOnPresentation',
  presentation_id: 'prs_1',
  answers: [{ after_ms: 10_000, outcome: DONE }],
} as const
const PAUSE = {
  type: 'ActAsPayer',
  mandate_id: 'mdt_1',
  action: 'pause',
  vpa: null,
  answers: [],
} as const

/** A debit in each of its states. */
const IN: Readonly<Record<string, () => Stream>> = {
  scheduled: () => scheduled(),
  processing: () => atTheBank(),
  awaiting_payer: () => atTheBank().given(tell(1, AWAITING)),
  retry_scheduled: () => atTheBank({ debit: { retry: 'auto' } }).given(tell(1, declined('Z9'))),
  declined: () => atTheBank().given(tell(1, declined('Z9'))),
  succeeded: () => atTheBank().given(tell(1, DONE)),
  failed: () => atTheBank().given(tell(1, declined('YE'))),
  cancelled: () => scheduled().given(CANCEL),
}
const made = (status: string): Stream => {
  const stream = (IN[status] as () => Stream)()
  expect(debit(stream).status).toBe(status)
  return stream
}

describe('a retry', () => {
  test('is planned as soon as the provider’s hour since the last attempt has passed', () => {
    const stream = made('declined')
    const due_at = TUESDAY_8 + HOUR
    const again = { due_at, reason: 'attempt_spacing', when: 'asap', present_at: null }
    expect(followUp(stream, () => stream.when(RETRY))).toEqual({
      said: [['presentation.rescheduled', again]],
      timers: { 'present:prs_1': due_at },
      asked: [],
      withdrawn: [],
    })
  })

  test.each([
    ['scheduled', ['cancel']],
    ['processing', []],
    ['awaiting_payer', ['cancel']],
    ['retry_scheduled', ['cancel']],
    ['succeeded', ['refund']],
    ['failed', []],
    ['cancelled', []],
  ])('is not made of a debit that is %s', (status, allowed_actions) => {
    expect(refusal(made(status).when(RETRY))).toEqual({
      code: 'state_conflict',
      detail: `Presentation prs_1 is ${status}: only a declined one is retried.`,
      allowed_actions,
    })
  })

  test('is not planned while the payer has paused the mandate', () => {
    expect(refusal(made('declined').given(PAUSE).when(RETRY))).toEqual({
      code: 'state_conflict',
      detail: 'Mandate mdt_1 is paused: only an active mandate can be debited.',
      allowed_actions: ['revoke'],
    })
  })

  test('is refused once its day is over', () => {
    const stream = made('declined').wait(DAY)
    expect(told(stream.when(RETRY))).toEqual(['debit_window_closed'])
  })

  test('is refused where its provider has come to want more time than the window has left', () => {
    const policy = { instant_attempts_max: 2, attempt_spacing_minutes: 1 }
    const stream = instantAtTheBank(policy).given(tell(1, declined('Z9')))
    stream.policy = { ...stream.policy, attempt_spacing_minutes: 10 }
    expect(refusal(stream.when(RETRY)).code).toBe('debit_window_closed')
    expect(debit(stream).status).toBe('declined')
  })
})

describe('a debit that the merchant calls off', () => {
  test.each([
    ['scheduled', { 'present:prs_1': null, 'pin_expiry:prs_1': null, 'window_end:prs_1': null }],
    ['retry_scheduled', { 'present:prs_1': null, 'window_end:prs_1': null }],
    ['declined', { 'window_end:prs_1': null }],
    ['awaiting_payer', { 'pin_expiry:prs_1': null, 'window_end:prs_1': null }],
  ])('while it is %s is over, and nothing more is planned', (status, timers) => {
    const stream = made(status)
    const after = followUp(stream, () => stream.when(CANCEL))
    expect(after).toMatchObject({ said: [['presentation.cancelled', {}]], asked: [] })
    expect(after.timers).toEqual(timers)
  })

  test.each([
    ['processing', 'it is with the bank', []],
    ['succeeded', 'it is over', ['refund']],
    ['failed', 'it is over', []],
    ['cancelled', 'it is over', []],
  ])('is not, while it is %s: %s', (status, why, allowed_actions) => {
    expect(refusal(made(status).when(CANCEL))).toEqual({
      code: 'state_conflict',
      detail: `Presentation prs_1 is ${status}: ${why}.`,
      allowed_actions,
    })
  })
})

describe('a payer who enters the PIN', () => {
  test.each(['processing', 'awaiting_payer'])('is heard while the debit is %s', (status) => {
    const stream = made(status)
    const at = TUESDAY_8 + 10_000
    expect(followUp(stream, () => stream.when(ENTER_PIN))).toEqual({
      said: [['presentation.answer_expected', { at, outcome: DONE, attempt: 1, order: 0 }]],
      timers: { 'bank_answer:prs_1:1': at, 'pin_expiry:prs_1': null },
      asked: [],
      withdrawn: [],
    })
  })

  test.each(['scheduled', 'declined', 'retry_scheduled', 'succeeded', 'failed', 'cancelled'])(
    'is not asked while the debit is %s',
    (status) => {
      expect(refusal(made(status).when(ENTER_PIN))).toMatchObject({
        code: 'state_conflict',
        detail: `Presentation prs_1 is ${status}: nothing is asked of the payer.`,
      })
    },
  )

  test('comes too late where nobody knows any more what became of the attempt', () => {
    const stream = made('processing').given(tell(1, UNKNOWN))
    expect(refusal(stream.when(ENTER_PIN)).allowed_actions).toEqual(['resolve'])
  })

  test('was not asked for it by an instant debit', () => {
    expect(told(instantAtTheBank().when(ENTER_PIN))).toEqual(['state_conflict'])
  })
})

describe('the end of the notified day', () => {
  test.each([
    ['scheduled', null],
    ['retry_scheduled', Z9],
    ['declined', Z9],
  ])('fails a debit that is %s, for the reason that was last heard', (status, decline) => {
    const stream = made(status)
    expect(followUp(stream, () => stream.fire('window_end:prs_1')).said).toEqual([
      ['presentation.failed', { decline }],
    ])
    expect(stream.at).toBe(TUESDAY_END)
  })

  test.each(['processing', 'awaiting_payer'])('does nothing to one that is %s', (status) => {
    expect(made(status).fire('window_end:prs_1')).toEqual({ ok: true, events: [] })
  })
})

test('a paused mandate holds a debit that comes due, until the payer resumes it', () => {
  const stream = scheduled().given(PAUSE)
  expect(followUp(stream, () => stream.fire('present:prs_1'))).toEqual({
    said: [['presentation.held', { reason: 'mandate_paused', until: null }]],
    timers: { 'present:prs_1': null },
    asked: [],
    withdrawn: [],
  })
  const resumed = followUp(stream, () => stream.wait(MINUTE).when({ ...PAUSE, action: 'resume' }))
  expect(resumed.timers).toEqual({ 'present:prs_1': TUESDAY_8 + MINUTE })
})

test('nothing is known of a debit that was never planned', () => {
  for (const command of [RETRY, CANCEL, ENTER_PIN])
    expect(told(active().when(command))).toEqual(['not_found'])
})
