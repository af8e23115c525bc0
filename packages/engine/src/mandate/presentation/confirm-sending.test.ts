import { describe, expect, test } from 'vitest'
import { toDecline } from '../../kernel/decline.ts'
import type { Effect } from '../../ports/work-store.ts'
import type { MandateCommand } from '../commands.ts'
import {
  ACCOUNT,
  DONE,
  declined,
  HOUR,
  MINUTE,
  POLICY,
  present,
  type Stream,
} from '../decider-specification.ts'
import { active, asPayer, debitOf, ist, processing, tell } from './debits-specification.ts'

const NO_INQUIRIES = { inquiries_max: 0 }
const UNKNOWN = { result: 'unknown' } as const

/** Asks whether an attempt may still go out; its sending was planned when it was decided upon. */
function confirm(attempt = 1): MandateCommand {
  const effect = { kind: 'present', resource_kind: 'presentation', resource_id: 'prs_1', attempt }
  return { type: 'ConfirmSending', effect: effect as Effect }
}

/** What is decided about the sending: the events with their data. */
function decided(stream: Stream, attempt = 1): (readonly [string, unknown])[] {
  const decision = stream.when(confirm(attempt))
  if (!decision.ok) throw new Error(decision.rejection.detail)
  return decision.events.map(({ type, data }) => [type, data] as const)
}

/** The attempts before the last one were declined, each made as soon as it might be. */
function attempt(number: number, policy: Partial<typeof POLICY> = {}): Stream {
  const stream = processing({ retry: 'auto' }, policy)
  for (let made = 1; made < number; made++) {
    stream.given(tell(declined('Z9'), made))
    stream.fire('present:prs_1')
  }
  return stream
}

describe('an attempt that was decided upon goes out', () => {
  test.each([1, 2, 3, 4])('as number %i of the four of its cycle', (number) => {
    expect(decided(attempt(number), number)).toEqual([])
  })

  test('as the one attempt of an instant debit', () => {
    const stream = active().given(present({ source: { instant_amount: 100_00 } }))
    stream.fire('present:prs_1')
    expect(decided(stream)).toEqual([])
  })

  test('up to the last millisecond before the peak hours', () => {
    const stream = processing()
    stream.at = ist('2030-01-08T09:59:59.999')
    expect(decided(stream)).toEqual([])
  })
})

describe('an attempt of which somebody has heard is not sent again:', () => {
  test.each([
    ['it was declined', () => processing().given(tell(declined('Z9'))), 'declined'],
    [
      'the bank has it',
      () => processing().given(tell({ result: 'accepted', state: 'acknowledged' })),
      'processing',
    ],
    [
      'the payer is asked for the PIN',
      () => processing().given(tell({ result: 'accepted', state: 'awaiting_payer' })),
      'awaiting_payer',
    ],
    ['nobody knows of it', () => processing().given(tell(UNKNOWN)), 'processing'],
    [
      'nobody knows of it, and no inquiry is allowed',
      () => processing({}, NO_INQUIRIES).given(tell(UNKNOWN)),
      'processing',
    ],
    ['it is collected', () => processing().given(tell(DONE)), 'succeeded'],
    [
      'it was never sent, and is planned again',
      () => processing().given(tell({ result: 'not_sent', detail: 'no answer' })),
      'scheduled',
    ],
    ['the debit has gone on to its second attempt', () => attempt(2), 'processing'],
  ] as const)('%s', (_why, given, status) => {
    expect(given().when(confirm(1))).toEqual({
      ok: false,
      rejection: {
        code: 'state_conflict',
        detail: `Presentation prs_1 is ${status}: attempt 1 is no longer to be made.`,
        allowed_actions: expect.any(Array),
      },
    })
  })

  test.each([
    ['may be asked about', {}],
    ['may not be asked about', NO_INQUIRIES],
  ])('the one before it turned out to be paid, where debits %s', (_what, policy) => {
    const decision = attempt(2, policy).given(tell(DONE, 1)).when(confirm(2))
    expect(decision).toMatchObject({ ok: false, rejection: { code: 'state_conflict' } })
  })
})

describe('an attempt that must not go out now', () => {
  test('waits for the end of the peak hours into which its sending was late', () => {
    const stream = processing()
    stream.at = ist('2030-01-08T10:00')
    expect(decided(stream)).toEqual([
      ['presentation.withdrawn', { due_at: ist('2030-01-08T13:00'), reason: 'peak_hours' }],
      ['notification.released', {}],
    ])
    expect(debitOf(stream)).toMatchObject({ status: 'scheduled', attempts: [], attempts_left: 4 })
  })

  test('waits for the peak hours also where the merchant has stopped debits', () => {
    const stream = processing()
    stream.at = ist('2030-01-08T10:00')
    stream.account = { ...ACCOUNT, debits_stopped: true }
    expect(decided(stream)[0]).toEqual([
      'presentation.withdrawn',
      { due_at: ist('2030-01-08T13:00'), reason: 'peak_hours' },
    ])
  })

  test('waits for the merchant who has stopped debits meanwhile', () => {
    const stream = processing().wait(MINUTE)
    stream.account = { ...ACCOUNT, debits_stopped: true }
    expect(decided(stream)).toEqual([
      ['presentation.withdrawn', { due_at: stream.at, reason: 'debits_stopped' }],
      ['notification.released', {}],
    ])
  })

  test('is planned again at once where the payer has paused the mandate, which then holds it', () => {
    const stream = processing().wait(MINUTE).given(asPayer('pause'))
    expect(decided(stream)).toEqual([
      ['presentation.withdrawn', { due_at: stream.at, reason: null }],
      ['notification.released', {}],
    ])
  })

  test('waits for as long after the attempt before it as the provider has come to demand', () => {
    const stream = attempt(2)
    stream.policy = { ...POLICY, attempt_spacing_minutes: 360 }
    expect(stream.at).toBe(ist('2030-01-08T09:00'))
    expect(decided(stream, 2)).toEqual([
      ['presentation.withdrawn', { due_at: ist('2030-01-08T14:00'), reason: 'attempt_spacing' }],
    ])
  })

  test('ends its debit when its day has passed, with nothing to tell of the bank', () => {
    const stream = processing()
    stream.at = ist('2030-01-09T00:00')
    expect(decided(stream)).toEqual([
      ['presentation.withdrawn', { due_at: stream.at, reason: null }],
      ['presentation.failed', { decline: null }],
    ])
    expect(debitOf(stream)).toMatchObject({ status: 'failed', failure: null, attempts: [] })
  })

  test('ends its debit with what the bank said of the attempt before it', () => {
    const stream = attempt(2)
    const decline = toDecline({ provider_code: 'Z9', npci_code: 'Z9' })
    stream.at = ist('2030-01-09T00:00')
    expect(decided(stream, 2)).toEqual([
      ['presentation.withdrawn', { due_at: stream.at, reason: null }],
      ['presentation.failed', { decline }],
    ])
    expect(debitOf(stream)).toMatchObject({
      ...{ status: 'failed', failure: decline, attempts_left: 3 },
      attempts: [{ number: 1, status: 'declined', ended_at: ist('2030-01-08T08:00'), decline }],
    })
  })

  test('is cancelled with its mandate, and its cycle does not count it', () => {
    const stream = processing().wait(HOUR).given({ type: 'RevokeMandate', mandate_id: 'mdt_1' })
    expect(decided(stream)).toEqual([
      ['presentation.withdrawn', { due_at: stream.at, reason: null }],
      ['presentation.cancelled', {}],
    ])
    expect(stream.state().cycles['2030-01-08']).toMatchObject({
      attempts: 0,
      last_attempt_at: null,
    })
  })
})
