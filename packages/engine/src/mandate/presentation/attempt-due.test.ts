import { describe, expect, test } from 'vitest'
import { HELD_AT, type Timer } from '../../ports/work-store.ts'
import {
  ACCOUNT,
  DONE,
  declined,
  HOUR,
  present,
  type Stream,
  told,
} from '../decider-specification.ts'
import { attemptPresentation } from './attempt.ts'
import {
  active,
  asPayer,
  debitOf,
  ist,
  processing,
  scheduled,
  tell,
} from './debits-specification.ts'

const TUESDAY_8 = ist('2030-01-08T08:00')

function timerOf(stream: Stream): Timer {
  const timer = stream.timers.get('present:prs_1')
  if (timer == null) throw new Error('no attempt is planned')
  return timer
}

/** What the timer of the first attempt does that a worker had read before something else happened. */
function afterAll(meanwhile: (stream: Stream) => unknown): string[] {
  const stream = scheduled()
  const timer = timerOf(stream)
  meanwhile(stream)
  stream.at = TUESDAY_8
  return told(stream.when({ type: 'FireTimer', timer }))
}

/** The events of one more firing of the timer, with their data. */
function fired(stream: Stream): (readonly [string, unknown])[] {
  const decision = stream.fire('present:prs_1')
  if (!decision.ok) throw new Error(decision.rejection.detail)
  return decision.events.map(({ type, data }) => [type, data] as const)
}

describe('the timer of an attempt that a worker had read already does nothing', () => {
  test('when the debit was cancelled meanwhile', () => {
    const cancel = { type: 'CancelPresentation', presentation_id: 'prs_1' } as const
    expect(afterAll((stream) => stream.given(cancel))).toEqual([])
  })

  test('when the attempt was made meanwhile', () => {
    expect(afterAll((stream) => stream.fire('present:prs_1'))).toEqual([])
  })

  test('when the attempt was declined meanwhile and is planned for an hour later', () => {
    const stream = scheduled({ retry: 'auto' })
    const timer = timerOf(stream)
    stream.fire('present:prs_1')
    stream.given(tell(declined('Z9')))
    expect(timerOf(stream).at).toBe(TUESDAY_8 + HOUR)
    stream.wait(HOUR - 1)
    expect(told(stream.when({ type: 'FireTimer', timer }))).toEqual([])
    stream.wait(1)
    expect(told(stream.when({ type: 'FireTimer', timer }))).toEqual(['presentation.processing'])
  })
})

describe('the bank is not asked, whatever moment the debit shows,', () => {
  test.each([
    'processing',
    'awaiting_payer',
    'declined',
    'succeeded',
    'failed',
    'cancelled',
    'reversed',
  ] as const)('where it is %s', (status) => {
    const stream = scheduled().wait(24 * HOUR)
    const shown = { ...debitOf(stream), status, due_at: stream.at }
    expect(attemptPresentation(stream.state(), shown, stream.facts())).toEqual([])
  })

  test('where it is scheduled for no moment at all', () => {
    const stream = scheduled().wait(24 * HOUR)
    const shown = { ...debitOf(stream), due_at: null }
    expect(attemptPresentation(stream.state(), shown, stream.facts())).toEqual([])
  })
})

describe('a debit that is due while its mandate is paused', () => {
  test('is held once, and made when the payer resumes the mandate', () => {
    const stream = scheduled().given(asPayer('pause'))
    const timer = timerOf(stream)
    expect(fired(stream)).toEqual([
      ['presentation.held', { reason: 'mandate_paused', until: null }],
    ])
    expect(told(stream.when({ type: 'FireTimer', timer }))).toEqual([])
    stream.wait(HOUR).given(asPayer('resume'))
    expect(timerOf(stream).at).toBe(TUESDAY_8 + HOUR)
    expect(fired(stream).map(([type]) => type)).toEqual([
      'notification.used',
      'presentation.processing',
    ])
  })

  test('names the end of its window where it is an instant one', () => {
    const stream = active()
    const instant = present({ source: { instant_amount: 100_00 } })
    stream.given(asPayer('pause')).given(asPayer('resume')).given(instant).given(asPayer('pause'))
    expect(fired(stream)).toEqual([
      ['presentation.held', { reason: 'mandate_paused', until: ist('2030-01-07T08:05') + 1 }],
    ])
  })
})

describe('a debit that is due while the merchant has stopped debits', () => {
  const stopped = () => {
    const stream = scheduled()
    stream.account = { ...ACCOUNT, debits_stopped: true }
    return stream
  }

  test('is held by a timer that comes when the stop is lifted', () => {
    const stream = stopped()
    expect(fired(stream)).toEqual([
      ['presentation.held', { reason: 'debits_stopped', until: null }],
    ])
    expect(timerOf(stream).at).toBe(HELD_AT)
    expect(debitOf(stream)).toMatchObject({ status: 'scheduled', due_at: TUESDAY_8 })
  })

  test('is held anew when the stop was lifted and set again before it was looked at', () => {
    const stream = stopped()
    stream.fire('present:prs_1')
    const timer = timerOf(stream)
    expect(told(stream.when({ type: 'FireTimer', timer }))).toEqual(['presentation.held'])
  })

  test('is held by the pause first where both hold it', () => {
    const stream = stopped().given(asPayer('pause'))
    expect(fired(stream)).toEqual([
      ['presentation.held', { reason: 'mandate_paused', until: null }],
    ])
    // The pause ends: the stop stands, and its timer is set.
    stream.given(asPayer('resume'))
    expect(fired(stream)).toEqual([
      ['presentation.held', { reason: 'debits_stopped', until: null }],
    ])
  })
})

test('a debit is asked for with the PIN until one has succeeded', () => {
  const stream = processing()
  expect(debitOf(stream).attempts).toMatchObject([{ authentication: 'pin' }])
  stream.given(tell(DONE))
  expect(debitOf(stream)).toMatchObject({ status: 'succeeded', attempts_left: 3 })
})
