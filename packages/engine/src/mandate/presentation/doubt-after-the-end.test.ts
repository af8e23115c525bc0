import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../ports/outcome.ts'
import {
  answer,
  createMandate,
  createStream,
  DONE,
  declined,
  MINUTE,
  notify,
  present,
  type Stream,
  told,
} from '../decider-specification.ts'

const UNKNOWN: Outcome = { result: 'unknown' }
const AWAITING: Outcome = { result: 'accepted', state: 'awaiting_payer' }
const ON_ITS_WAY: Outcome = {
  result: 'accepted',
  state: 'acknowledged',
  later: [{ after_ms: 10_000, outcome: DONE }],
}

const tell = (attempt: number, outcome: Outcome) =>
  answer('presentation', 'prs_1', outcome, attempt)
const debit = (stream: Stream) => stream.state().presentations.prs_1

/** A debit whose payer was asked for the PIN, and whose bank never said what came of it. */
function asked(retry: 'auto' | 'none'): Stream {
  const stream = createStream()
    .given(createMandate())
    .given(answer('mandate', 'mdt_1', DONE))
    .given(notify())
    .given(answer('notification', 'pdn_1', DONE))
    .given(present({ retry }))
  stream.fire('present:prs_1')
  return stream.given(tell(1, AWAITING))
}

function paidBySecond(): Stream {
  const stream = asked('auto')
  stream.fire('pin_expiry:prs_1')
  stream.fire('present:prs_1')
  return stream.given(tell(2, DONE))
}

/** Debits that are over, in each status that they may be over in; of the first attempt nobody has heard. */
const OVER: readonly (readonly [status: string, stream: () => Stream])[] = [
  [
    'cancelled',
    () =>
      asked('none').wait(MINUTE).given({ type: 'CancelPresentation', presentation_id: 'prs_1' }),
  ],
  [
    'failed',
    () => {
      const stream = asked('none')
      stream.fire('pin_expiry:prs_1')
      stream.fire('window_end:prs_1')
      return stream
    },
  ],
  ['succeeded', paidBySecond],
  [
    'reversed',
    () => paidBySecond().given({ type: 'ReversePresentation', presentation_id: 'prs_1' }),
  ],
]

describe.each(OVER)(
  'a debit that is %s, of whose attempt the bank then cannot say',
  (status, made) => {
    const doubted = (): Stream => made().given(tell(1, UNKNOWN))

    test('stays what it is, in doubt, and is asked about', () => {
      const stream = made()
      expect(told(stream.when(tell(1, UNKNOWN)))).toEqual(['presentation.doubted'])
      expect(debit(stream)?.attempts[0]?.status).toBe('unknown')
      expect(debit(stream)?.status).toBe(status)
      expect(told(stream.fire('inquire:prs_1:1'))).toEqual(['presentation.inquired'])
      expect(debit(stream)?.status).toBe(status)
    })

    test('may have its answer announced', () => {
      const stream = doubted()
      expect(told(stream.when(tell(1, ON_ITS_WAY)))).toEqual(['presentation.answer_expected'])
      expect(debit(stream)?.status).toBe(status)
    })

    test('is out of doubt with a no', () => {
      const stream = doubted()
      expect(told(stream.when(tell(1, declined('Z9'))))).toEqual(['presentation.attempt_closed'])
      expect(debit(stream)?.attempts[0]?.status).toBe('declined')
      expect(debit(stream)?.status).toBe(status)
    })
  },
)

test.each(OVER.slice(0, 2))(
  'an operator says of a debit that is %s that it was not paid',
  (status, made) => {
    const stream = made().given(tell(1, UNKNOWN))
    const word = { outcome: 'failed', rrn: null, note: 'no trace at the bank' } as const
    const resolve = { type: 'ResolvePresentation', presentation_id: 'prs_1', ...word } as const
    expect(told(stream.when(resolve))).toEqual([
      'presentation.resolved',
      'presentation.attempt_closed',
    ])
    expect(debit(stream)?.status).toBe(status)
  },
)
