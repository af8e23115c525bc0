import { describe, expect, test } from 'vitest'
import {
  ACCOUNT,
  answer,
  DAY,
  DONE,
  declined,
  HOUR,
  MINUTE,
  notify,
  type POLICY,
  present,
  SECOND,
  type Stream,
} from '../decider-specification.ts'
import { pruneMandate } from '../rows.ts'
import {
  active,
  asPayer,
  debitOf,
  ist,
  processing,
  scheduled,
  tell,
} from './debits-specification.ts'
import { type Explanation, explainPresentation } from './explain.ts'
import { asked, broken, says } from './preview-specification.ts'

const TUESDAY_8 = ist('2030-01-08T08:00')
const UNKNOWN = { result: 'unknown' } as const
const CANCEL = { type: 'CancelPresentation', presentation_id: 'prs_1' } as const

/** What is said of the debit now. */
function explained(stream: Stream): Explanation {
  return explainPresentation(stream.state(), debitOf(stream), stream.facts())
}

/** The same two days later, when only the rows of the debit and its notice still tell of them. */
function explainedLater(stream: Stream): Explanation {
  const debit = debitOf(stream)
  const state = pruneMandate(stream.state(), stream.wait(2 * DAY).at)
  expect([state.presentations, state.cycles]).toEqual([{}, {}])
  const { notifications } = stream.state()
  return explainPresentation({ ...state, notifications }, debit, stream.facts())
}

describe('the next moment that is named, if any, for a debit', () => {
  const paused = () => scheduled().given(asPayer('pause'))
  const stopped = () => {
    const stream = scheduled()
    stream.account = { ...ACCOUNT, debits_stopped: true }
    return stream
  }
  const at = (clock: string, reason: string | null) => ({ at: ist(clock), reason })
  const wish = { when: 'at', present_at: ist('2030-01-08T22:00') } as const

  test.each([
    ['that waits for its notice', scheduled, at('2030-01-08T08:00', 'notice_lead_time')],
    ['that wishes an hour', () => scheduled(wish), at('2030-01-08T22:00', 'requested_time')],
    [
      'that was declined',
      () => processing().given(tell(declined('Z9'))),
      at('2030-01-08T09:00', 'attempt_spacing'),
    ],
    [
      'that was declined an hour ago',
      () =>
        processing()
          .given(tell(declined('Z9')))
          .wait(HOUR),
      at('2030-01-08T09:00', null),
    ],
    [
      'that is repeated by itself',
      () => processing({ retry: 'auto' }).given(tell(declined('Z9'))),
      at('2030-01-08T09:00', 'attempt_spacing'),
    ],
    ['that is at the bank', processing, null],
    [
      'that the payer is asked for',
      () => processing().given(tell({ result: 'accepted', state: 'awaiting_payer' })),
      null,
    ],
    ['of which nobody knows', () => processing().given(tell(UNKNOWN)), null],
    ['that was collected', () => processing().given(tell(DONE)), null],
    ['that failed with attempts left', () => processing().given(tell(declined('YE'))), null],
    ['that was given up', () => scheduled().given(CANCEL), null],
    ['of a paused mandate', paused, null],
    ['of a merchant who stopped debits', stopped, null],
  ] as const)('%s', (_which, given, earliest) => {
    const stream = given()
    expect(explained(stream)).toMatchObject({
      ...{ presentation: debitOf(stream), mandate_id: 'mdt_1', blocked_by: null },
      ...{ mandate_status: given === paused ? 'paused' : 'active', earliest },
    })
  })
})

test('the rules are told with their numbers, those that do not hold among them', () => {
  const explanation = explained(
    processing()
      .wait(MINUTE)
      .given(tell(declined('Z9'))),
  )
  expect(asked(explanation)).toContain('presentation.attempt_spacing')
  expect(broken(explanation)).toEqual(['presentation.attempt_spacing', 'afa.first_debit'])
  expect(says(explanation, 'presentation.attempt_limit')).toBe(
    'This cycle has spent 1 of its 4 attempts.',
  )
})

describe('the PIN', () => {
  test('is what the payer would enter until a debit has succeeded', () => {
    expect(explained(scheduled()).requires_pin).toBe(true)
    expect(explained(processing().given(tell(DONE))).requires_pin).toBe(false)
  })
})

describe('a debit whose cycle is over', () => {
  const instant = () => {
    const stream = active().given(present({ source: { instant_amount: 100_00 } }))
    stream.fire('present:prs_1')
    return stream.given(tell(declined('Z9')))
  }

  test('that was collected still says so, and with which attempt', () => {
    const explanation = explainedLater(processing().given(tell(DONE)))
    expect(broken(explanation)).toContain('cycle.one_success')
    expect(says(explanation, 'presentation.attempt_limit')).toBe(
      'This cycle has spent 1 of its 4 attempts.',
    )
    expect(asked(explanation)).toContain('presentation.attempt_spacing')
  })

  test('that failed says that nothing was collected', () => {
    const explanation = explainedLater(processing().given(tell(declined('YE'))))
    expect(broken(explanation)).toEqual(['presentation.window', 'afa.first_debit'])
    expect(says(explanation, 'presentation.attempt_limit')).toBe(
      'This cycle has spent 1 of its 4 attempts.',
    )
  })

  test('that was given up before its first attempt has spent none', () => {
    const explanation = explainedLater(scheduled().given(CANCEL))
    expect(says(explanation, 'presentation.attempt_limit')).toBe(
      'This cycle has spent 0 of its 4 attempts.',
    )
    expect(asked(explanation)).not.toContain('presentation.attempt_spacing')
  })

  test('that was an instant one has been tried as often as the provider lets it', () => {
    const explanation = explainedLater(instant())
    expect(says(explanation, 'instant.attempts')).toBe(
      'The instant debit has been tried 1 of 1 times.',
    )
    expect(broken(explanation)).toEqual(['instant.attempts', 'instant.window'])
  })
})

test('a debit whose notice never arrived has no day on which it could be made', () => {
  const planned = { notification: notify(), presentation: present() }
  const origin = { mandate_id: 'mdt_1', batch_id: null, schedule_id: null }
  const stream = active()
    .given({ type: 'CreateDebit', ...planned, ...origin })
    .given(answer('notification', 'pdn_1', declined('U30')))
  expect(debitOf(stream)).toMatchObject({ status: 'failed', notification_id: 'pdn_1' })
  expect(broken(explained(stream))).toContain('presentation.window')
})

describe('the bank is asked next', () => {
  const doubtful = (policy: Partial<typeof POLICY> = {}) =>
    processing({}, policy)
      .wait(10 * SECOND)
      .given(tell(UNKNOWN))
  /** After so many questions to which the bank gave no answer. */
  const askedTimes = (times: number): Stream => {
    const stream = doubtful()
    for (let inquiry = 0; inquiry < times; inquiry++) {
      stream.fire('inquire:prs_1:1')
      stream.given({ ...tell(UNKNOWN), inquiry: true } as ReturnType<typeof tell>)
    }
    return stream
  }
  const next = (stream: Stream) => explained(stream).next_inquiry_at

  test.each([
    ['90 seconds after its attempt began', 0, 90 * SECOND],
    ['15 minutes after it, once asked', 1, 15 * MINUTE],
    ['two hours after it, twice asked', 2, 2 * HOUR],
  ])('%s', (_when, times, after) => {
    const stream = askedTimes(times)
    expect(next(stream)).toBe(TUESDAY_8 + after)
    expect(stream.timers.get('inquire:prs_1:1')?.at).toBe(TUESDAY_8 + after)
  })

  test('at once where the question is late', () => {
    const stream = doubtful().wait(HOUR)
    expect(next(stream)).toBe(stream.at)
  })

  test('about the doubt that remains of a debit that is over', () => {
    const stream = processing().given(tell({ result: 'accepted', state: 'awaiting_payer' }))
    stream.given(CANCEL).given(tell(UNKNOWN))
    expect(next(stream)).toBe(TUESDAY_8 + 90 * SECOND)
  })

  test('about the attempt that is at the bank while the one before it turned out to be paid', () => {
    const stream = processing({ retry: 'auto' }).given(tell(declined('Z9')))
    stream.fire('present:prs_1')
    stream.given(tell(DONE, 1))
    expect(debitOf(stream).status).toBe('succeeded')
    expect(next(stream)).toBe(TUESDAY_8 + HOUR + 90 * SECOND)
    expect(stream.timers.get('inquire:prs_1:2')?.at).toBe(next(stream))
  })

  test.each([
    ['when it has been asked three times', () => askedTimes(3)],
    ['where the provider allows no questions', () => doubtful({ inquiries_max: 0 })],
    ['while its answer is expected', processing],
    ['before an attempt was made', scheduled],
    ['when it has answered', () => doubtful().given(tell(DONE))],
    ['when it has declined', () => doubtful().given(tell(declined('YE')))],
  ] as const)('no more, or not yet, %s', (_when, given) => {
    expect(next(given())).toBeNull()
  })
})
