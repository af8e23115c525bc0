import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../ports/outcome.ts'
import {
  answer,
  createMandate,
  createStream,
  DONE,
  declined,
  HOUR,
  MINUTE,
  notify,
  present,
  SECOND,
  type Stream,
  told,
} from '../decider-specification.ts'

const AWAITING: Outcome = { result: 'accepted', state: 'awaiting_payer' }
const TAKEN: Outcome = { result: 'accepted', state: 'acknowledged' }
const UNKNOWN: Outcome = { result: 'unknown' }
const PAID_UNTOLD: Outcome = { result: 'unknown', truth: DONE }

const tell = (outcome: Outcome, inquiry = false) =>
  ({ ...answer('presentation', 'prs_1', outcome, 1), ...(inquiry && { inquiry }) }) as const
const debit = (stream: Stream) => stream.state().presentations.prs_1

/** A debit whose attempt began on Tuesday at eight. */
function processing(terms: Parameters<typeof present>[0] = {}): Stream {
  const stream = createStream()
    .given(createMandate())
    .given(answer('mandate', 'mdt_1', DONE))
    .given(notify())
    .given(answer('notification', 'pdn_1', DONE))
    .given(present(terms))
  stream.fire('present:prs_1')
  return stream
}

/** The same, waiting for the PIN. */
const awaiting = (terms: Parameters<typeof present>[0] = {}): Stream =>
  processing(terms).given(tell(AWAITING))

describe('a bank that only has a debit, asked what became of it,', () => {
  test('cannot say: the outcome is unknown, and unresolved after the last question', () => {
    const stream = processing().given(tell(TAKEN))
    const answers: string[][] = []
    for (let inquiry = 0; inquiry < 3; inquiry++) {
      stream.fire('inquire:prs_1:1')
      answers.push(told(stream.when(tell(TAKEN, true))))
    }
    expect(answers).toEqual([['presentation.outcome_unknown'], [], ['presentation.unresolved']])
    expect(debit(stream)).toMatchObject({ status: 'processing', outcome: 'unresolved' })
  })
})

describe('a debit that was asked about as often as the rail allows', () => {
  test('is unresolved when its bank falls silent after having waited for the payer', () => {
    const stream = processing().given(tell(UNKNOWN))
    for (let inquiry = 0; inquiry < 2; inquiry++) {
      stream.fire('inquire:prs_1:1')
      stream.given(tell(UNKNOWN, true))
    }
    stream.fire('inquire:prs_1:1')
    stream.given(tell(AWAITING, true)).given(tell(UNKNOWN))
    expect(told(stream.fire('inquire:prs_1:1'))).toEqual(['presentation.unresolved'])
    expect([...stream.effects.keys()]).not.toContain('inquire:prs_1:1:4')
  })
})

test('after a standstill the questions that are late are put one after the other', () => {
  const stream = processing().given(tell(UNKNOWN))
  const late = stream.timers.get('inquire:prs_1:1')
  if (late == null) throw new Error('no inquiry is planned')
  stream.wait(3 * HOUR).given({ type: 'FireTimer', timer: late })
  expect(stream.timers.get('inquire:prs_1:1')?.at).toBe(stream.at + 90 * SECOND)
})

describe('a debit called off while its payer has it', () => {
  const CANCEL = { type: 'CancelPresentation', presentation_id: 'prs_1' } as const
  const calledOff = (): Stream => awaiting().wait(MINUTE).given(CANCEL)

  test('is asked about when its bank then cannot say, and what it paid counts', () => {
    const stream = calledOff()
    expect(told(stream.when(tell(PAID_UNTOLD)))).toEqual(['presentation.doubted'])
    expect(debit(stream)).toMatchObject({
      status: 'cancelled',
      attempts: [{ status: 'unknown', ended_at: null }],
    })
    expect(told(stream.when(tell(UNKNOWN)))).toEqual([])
    expect(told(stream.fire('inquire:prs_1:1'))).toEqual(['presentation.inquired'])
    expect(stream.effects.get('inquire:prs_1:1:1')?.request.truth).toEqual(DONE)
    expect(told(stream.when(tell(DONE, true)))).toEqual(['presentation.corrected'])
    expect(stream.timers.get('inquire:prs_1:1')).toBeNull()
  })

  test('stays called off when the bank then says no, and is asked about no more', () => {
    const stream = calledOff().given(tell(UNKNOWN))
    stream.fire('inquire:prs_1:1')
    expect(told(stream.when(tell(declined('Z9'), true)))).toEqual(['presentation.attempt_closed'])
    expect(debit(stream)).toMatchObject({
      status: 'cancelled',
      attempts: [{ status: 'declined', decline: { npci_code: 'Z9' } }],
    })
    expect(stream.timers.get('inquire:prs_1:1')).toBeNull()
  })

  test('is told by a code that is no decline as well', () => {
    expect(told(calledOff().when(tell(declined('RB'))))).toEqual(['presentation.doubted'])
  })
})

describe('a debit whose PIN was not entered in time', () => {
  const expired = (retry: 'auto' | 'none'): Stream => {
    const stream = awaiting({ retry })
    stream.fire('pin_expiry:prs_1')
    return stream
  }

  test('is not tried again while its bank cannot say whether it was', () => {
    const stream = expired('auto')
    expect(debit(stream)).toMatchObject({
      status: 'retry_scheduled',
      attempts: [{ decline: { npci_code: 'U69', provider_code: null } }],
    })
    expect(told(stream.when(tell(UNKNOWN)))).toEqual(['presentation.outcome_unknown'])
    expect(stream.timers.get('present:prs_1')).toBeNull()
    expect(debit(stream)).toMatchObject({ status: 'processing', outcome: 'unknown', due_at: null })
    stream.fire('inquire:prs_1:1')
    expect(told(stream.when(tell(declined('Z9'), true)))).toEqual(['presentation.retry_scheduled'])
  })

  test('is collected when the bank then finds the payment', () => {
    const stream = expired('none').given(tell(UNKNOWN))
    stream.fire('inquire:prs_1:1')
    expect(told(stream.when(tell(DONE, true)))).toEqual(['presentation.succeeded'])
  })
})

test('a clear no stays a no, though the bank cannot say afterwards', () => {
  const stream = processing().given(tell(declined('Z9')))
  expect(told(stream.when(tell(UNKNOWN)))).toEqual([])
})

test('what an operator has settled is not put in doubt again', () => {
  const word = { outcome: 'failed', rrn: null, note: 'no trace at the bank' } as const
  const stream = processing()
    .given(tell(UNKNOWN))
    .given({ type: 'ResolvePresentation', presentation_id: 'prs_1', ...word })
  expect(told(stream.when(tell(UNKNOWN, true)))).toEqual([])
})

test('a provider that asked the payer and then never had the debit is asked about, not sent it again', () => {
  const stream = awaiting()
  const never: Outcome = { result: 'not_sent', detail: 'no record' }
  expect(told(stream.when(tell(never)))).toEqual(['presentation.outcome_unknown'])
})

test('a debit that is refused when nothing of its day is left to it has failed', () => {
  const stream = processing().given({
    type: 'ModifyMandate',
    id: 'mod_1',
    mandate_id: 'mdt_1',
    reference_id: null,
    amount: 50_00,
    end_date: null,
    expires_in_ms: null,
    metadata: {},
  })
  stream.given(answer('modification', 'mod_1', DONE))
  expect(told(stream.when(tell(declined('Z9'))))).toEqual(['presentation.failed'])
})
