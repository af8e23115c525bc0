import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../ports/outcome.ts'
import {
  answer,
  createMandate,
  createStream,
  DAY,
  DONE,
  declined,
  HOUR,
  MINUTE,
  MONDAY_8,
  notify,
  present,
  SECOND,
  type Stream,
  told,
} from '../decider-specification.ts'

const UNKNOWN: Outcome = { result: 'unknown' }
const TUESDAY_8 = MONDAY_8 + DAY

/** A debit whose first attempt began on Tuesday at eight, and of which nobody knows. */
function unknown(terms: Parameters<typeof present>[0] = {}, outcome = UNKNOWN): Stream {
  const stream = createStream()
    .given(createMandate())
    .given(answer('mandate', 'mdt_1', DONE))
    .given(notify())
    .given(answer('notification', 'pdn_1', DONE))
    .given(present(terms))
  stream.fire('present:prs_1')
  return stream.wait(10 * SECOND).given(answer('presentation', 'prs_1', outcome, 1))
}

const told1 = (outcome: Outcome) => answer('presentation', 'prs_1', outcome, 1)
const inquired = (outcome: Outcome) => ({ ...told1(outcome), inquiry: true }) as const
const debit = (stream: Stream) => stream.state().presentations.prs_1

/** Three questions, each without an answer. */
function unresolved(): Stream {
  const stream = unknown()
  for (let inquiry = 0; inquiry < 3; inquiry++) {
    stream.fire('inquire:prs_1:1')
    stream.given(inquired(UNKNOWN))
  }
  return stream
}

describe('a debit of which nobody knows', () => {
  test('is asked about 90 seconds, 15 minutes and two hours after its attempt began', () => {
    const stream = unknown()
    const asked: number[] = []
    for (let inquiry = 1; inquiry <= 3; inquiry++) {
      expect(told(stream.fire('inquire:prs_1:1'))).toEqual(['presentation.inquired'])
      asked.push(stream.at - TUESDAY_8)
      expect(stream.effects.get(`inquire:prs_1:1:${inquiry}`)).toMatchObject({ kind: 'inquire' })
      stream.given(inquired(UNKNOWN))
    }
    expect(asked).toEqual([90 * SECOND, 15 * MINUTE, 2 * HOUR])
    expect(stream.timers.get('inquire:prs_1:1')).toBeNull()
  })

  test('asks under the reference of the attempt itself', () => {
    const stream = unknown()
    stream.fire('inquire:prs_1:1')
    expect(stream.effects.get('inquire:prs_1:1:1')?.provider_reference).toBe(
      stream.effects.get('present:prs_1:1')?.provider_reference,
    )
  })

  test('is asked about 90 seconds after the doubt where the payer took long', () => {
    const stream = createStream()
      .given(createMandate())
      .given(answer('mandate', 'mdt_1', DONE))
      .given(notify())
      .given(answer('notification', 'pdn_1', DONE))
      .given(present())
    stream.fire('present:prs_1')
    stream
      .given(told1({ result: 'accepted', state: 'awaiting_payer' }))
      .wait(20 * MINUTE)
      .given(told1(UNKNOWN))
    const doubt = stream.at
    stream.fire('inquire:prs_1:1')
    expect(stream.at - doubt).toBe(90 * SECOND)
  })

  test('is collected when the bank answers yes to the question, and asked no more', () => {
    const stream = unknown()
    stream.fire('inquire:prs_1:1')
    expect(told(stream.when(inquired(DONE)))).toEqual(['presentation.succeeded'])
    expect(stream.timers.get('inquire:prs_1:1')).toBeNull()
    expect(debit(stream)).toMatchObject({ outcome: null, attempts: [{ inquiries: 1 }] })
  })

  test('is declined like any other when the bank answers no', () => {
    const stream = unknown({ retry: 'auto' })
    stream.fire('inquire:prs_1:1')
    expect(told(stream.when(inquired(declined('Z9'))))).toEqual(['presentation.retry_scheduled'])
    expect(debit(stream)).toMatchObject({ outcome: null })
    expect(stream.timers.get('inquire:prs_1:1')).toBeNull()
  })

  test('takes an answer that comes by itself, and the question that was not sent stays unsent', () => {
    const stream = unknown()
    stream.fire('inquire:prs_1:1')
    stream.given(told1(DONE))
    expect([...stream.effects.keys()]).not.toContain('inquire:prs_1:1:1')
  })

  test('is planned again when the bank surely never got it, and its attempt is not spent', () => {
    const stream = unknown()
    stream.fire('inquire:prs_1:1')
    expect(told(stream.when(inquired({ result: 'not_sent', detail: 'no record' })))).toEqual([
      'presentation.withdrawn',
      'notification.released',
    ])
    expect(debit(stream)).toMatchObject({ status: 'scheduled', outcome: null, attempts_left: 4 })
    expect(stream.timers.get('inquire:prs_1:1')).toBeNull()
  })

  test('does not fail when its day ends, nor when its mandate does', () => {
    const stream = unknown()
    expect(told(stream.fire('window_end:prs_1'))).toEqual([])
    stream.given({ type: 'RevokeMandate', mandate_id: 'mdt_1' })
    expect(debit(stream)).toMatchObject({ status: 'processing', outcome: 'unknown' })
  })

  test('is asked about after its mandate was revoked, and its success still counts', () => {
    const stream = unknown().given({ type: 'RevokeMandate', mandate_id: 'mdt_1' })
    expect(told(stream.fire('inquire:prs_1:1'))).toEqual(['presentation.inquired'])
    expect(told(stream.when(inquired(DONE)))).toEqual(['presentation.succeeded'])
  })

  test.each(['01', 'RB', '96'])('may have been answered %s, which is no decline', (code) => {
    expect(debit(unknown({}, declined(code)))).toMatchObject({ outcome: 'unknown' })
  })

  test('keeps what the simulated bank did for whoever asks', () => {
    const stream = unknown({}, { result: 'unknown', truth: DONE })
    stream.fire('inquire:prs_1:1')
    expect(stream.effects.get('inquire:prs_1:1:1')?.request.truth).toEqual(DONE)
  })
})

describe('a debit that the provider has taken without naming the moment of its answer', () => {
  test('is asked about, and then unknown', () => {
    const stream = createStream()
      .given(createMandate())
      .given(answer('mandate', 'mdt_1', DONE))
      .given(notify())
      .given(answer('notification', 'pdn_1', DONE))
      .given(present())
    stream.fire('present:prs_1')
    const taken: Outcome = { result: 'accepted', state: 'acknowledged' }
    expect(told(stream.when(told1(taken)))).toEqual(['presentation.acknowledged'])
    expect(told(stream.when(told1(taken)))).toEqual([])
    stream.fire('inquire:prs_1:1')
    expect(told(stream.when(inquired(UNKNOWN)))).toEqual(['presentation.outcome_unknown'])
    expect(stream.timers.get('inquire:prs_1:1')?.at).toBe(TUESDAY_8 + 15 * MINUTE)
  })
})

describe('a debit that stays unresolved', () => {
  test('is told once, after the third question without an answer', () => {
    const stream = unknown()
    const answers: string[][] = []
    for (let inquiry = 0; inquiry < 3; inquiry++) {
      stream.fire('inquire:prs_1:1')
      answers.push(told(stream.when(inquired(UNKNOWN))))
    }
    expect(answers).toEqual([[], [], ['presentation.unresolved']])
    expect(debit(stream)).toMatchObject({ status: 'processing', outcome: 'unresolved' })
    expect(told(stream.when(inquired(UNKNOWN)))).toEqual([])
  })

  test('is still the bank’s to tell', () => {
    expect(told(unresolved().when(told1(DONE)))).toEqual(['presentation.succeeded'])
    expect(told(unresolved().when(told1(declined('YE'))))).toEqual(['presentation.failed'])
  })

  test('is collected when an operator says so, with the reference', () => {
    const stream = unresolved()
    const decision = stream.when({
      type: 'ResolvePresentation',
      presentation_id: 'prs_1',
      outcome: 'succeeded',
      rrn: '123456789012',
      note: 'as the bank told by phone',
    })
    expect(told(decision)).toEqual(['presentation.resolved', 'presentation.succeeded'])
    expect(debit(stream)).toMatchObject({
      status: 'succeeded',
      rrn: '123456789012',
      resolution: { outcome: 'succeeded', note: 'as the bank told by phone', at: stream.at },
    })
  })

  test('fails when an operator says so, and a late yes still corrects that', () => {
    const stream = unresolved()
    const failed = {
      type: 'ResolvePresentation',
      presentation_id: 'prs_1',
      outcome: 'failed',
      rrn: null,
      note: 'no trace at the bank',
    } as const
    expect(told(stream.when(failed))).toEqual(['presentation.resolved', 'presentation.failed'])
    expect(told(stream.when(told1(DONE)))).toEqual(['presentation.corrected'])
    expect(told(stream.when(failed))).toEqual(['state_conflict'])
  })

  test('offers that word, and nothing else', () => {
    const decision = unresolved().when({ type: 'CancelPresentation', presentation_id: 'prs_1' })
    expect(decision.ok ? [] : decision.rejection.allowed_actions).toEqual(['resolve'])
  })
})

test('a debit at the bank whose answer is due needs no operator', () => {
  const stream = createStream()
    .given(createMandate())
    .given(answer('mandate', 'mdt_1', DONE))
    .given(present({ source: { instant_amount: 100_00 } }))
  stream.fire('present:prs_1')
  const word = { outcome: 'failed', rrn: null, note: 'too soon' } as const
  expect(
    told(stream.when({ type: 'ResolvePresentation', presentation_id: 'prs_1', ...word })),
  ).toEqual(['state_conflict'])
})

test('a bank that still waits for the payer is asked no more, until it falls silent again', () => {
  const stream = unknown()
  stream.fire('inquire:prs_1:1')
  stream.given(inquired({ result: 'accepted', state: 'awaiting_payer' }))
  expect(debit(stream)).toMatchObject({ status: 'awaiting_payer', outcome: null })
  expect(stream.timers.get('inquire:prs_1:1')).toBeNull()
  stream.given(told1(UNKNOWN))
  expect(told(stream.fire('inquire:prs_1:1'))).toEqual(['presentation.inquired'])
})
