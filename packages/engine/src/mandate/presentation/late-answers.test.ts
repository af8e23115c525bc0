import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../ports/outcome.ts'
import {
  answer,
  createMandate,
  createStream,
  DONE,
  declined,
  HOUR,
  notify,
  present,
  type Stream,
  told,
} from '../decider-specification.ts'

const PAID_AGAIN: Outcome = {
  result: 'accepted',
  state: 'done',
  references: { rrn: '000000000002', npci_txn_id: 'N2' },
}

/** A debit whose first attempt is with the bank, at 8:00 of Tuesday. */
function processing(terms: Parameters<typeof present>[0] = {}): Stream {
  const stream = createStream()
    .given(createMandate({ frequency: 'monthly' }))
    .given(answer('mandate', 'mdt_1', DONE))
    .given(notify())
    .given(answer('notification', 'pdn_1', DONE))
    .given(present(terms))
  stream.fire('present:prs_1')
  return stream
}

const tell = (attempt: number, outcome: Outcome, id = 'prs_1') =>
  answer('presentation', id, outcome, attempt)
const debit = (stream: Stream, id = 'prs_1') => stream.state().presentations[id]

describe('a success told late', () => {
  test('ends a declined debit: no further attempt is made', () => {
    const stream = processing().given(tell(1, declined('Z9')))
    expect(told(stream.when(tell(1, DONE)))).toEqual(['presentation.succeeded'])
    expect(debit(stream)).toMatchObject({
      status: 'succeeded',
      rrn: '000000000001',
      attempts: [{ number: 1, status: 'succeeded', decline: null, surplus: false }],
    })
  })

  test('takes back a retry that was planned', () => {
    const stream = processing({ retry: 'auto' }).given(tell(1, declined('Z9')))
    expect(told(stream.when(tell(1, DONE)))).toEqual(['presentation.succeeded'])
    expect(stream.timers.get('present:prs_1')).toBeNull()
  })

  test('takes back a retry that was asked for by hand', () => {
    const stream = processing().given(tell(1, declined('Z9')))
    stream.given({
      type: 'RetryPresentation',
      presentation_id: 'prs_1',
      when: 'asap',
      present_at: null,
    })
    expect(debit(stream)?.status).toBe('scheduled')
    expect(told(stream.when(tell(1, DONE)))).toEqual(['presentation.succeeded'])
    expect(stream.timers.get('present:prs_1')).toBeNull()
  })

  test('corrects a failed debit, and marks the attempt that it was told of, not the last one', () => {
    const stream = processing({ retry: 'auto' }).given(tell(1, declined('Z9')))
    stream.fire('present:prs_1')
    stream.given(tell(2, declined('YE')))
    expect(told(stream.when(tell(1, DONE)))).toEqual(['presentation.corrected'])
    expect(debit(stream)?.attempts).toMatchObject([
      { number: 1, status: 'succeeded' },
      { number: 2, status: 'declined', decline: { npci_code: 'YE' } },
    ])
  })

  test('of the same attempt is heard once, whatever came between', () => {
    const stream = processing()
      .given(tell(1, declined('YE')))
      .given(tell(1, DONE))
    expect(told(stream.when(tell(1, DONE)))).toEqual([])
    expect(debit(stream)?.revision).toBe(debit(stream.given(tell(1, DONE)))?.revision)
  })

  test('under another reference is logged and collects nothing', () => {
    const stream = processing().given(tell(1, DONE))
    expect(told(stream.when(tell(1, PAID_AGAIN)))).toEqual(['presentation.contradicted'])
    expect(debit(stream)?.rrn).toBe('000000000001')
  })
})

describe('an attempt at the bank while an earlier one turns out to be paid', () => {
  function secondAtTheBank(): Stream {
    const stream = processing({ retry: 'auto' }).given(tell(1, declined('Z9')))
    stream.fire('present:prs_1')
    stream.given(tell(1, DONE))
    return stream
  }

  test('leaves the debit collected', () => {
    expect(debit(secondAtTheBank())).toMatchObject({
      status: 'succeeded',
      attempts: [{ status: 'succeeded' }, { status: 'processing' }],
    })
  })

  test('is surplus when it is paid as well', () => {
    const stream = secondAtTheBank()
    expect(told(stream.when(tell(2, PAID_AGAIN)))).toEqual(['presentation.surplus_collected'])
    expect(debit(stream)).toMatchObject({
      status: 'succeeded',
      rrn: '000000000001',
      attempts: [{ surplus: false }, { surplus: true, rrn: '000000000002' }],
    })
  })

  test('is closed when the bank says no', () => {
    const stream = secondAtTheBank()
    expect(told(stream.when(tell(2, declined('Z9'))))).toEqual(['presentation.attempt_closed'])
    expect(debit(stream)?.attempts[1]).toMatchObject({ status: 'declined' })
  })

  test('is asked about until the bank tells', () => {
    const stream = secondAtTheBank()
    expect(told(stream.fire('inquire:prs_1:2'))).toEqual(['presentation.inquired'])
    expect(stream.effects.get('inquire:prs_1:2:1')).toMatchObject({ kind: 'inquire', attempt: 2 })
    stream.given(tell(2, declined('Z9')))
    expect(stream.timers.get('inquire:prs_1:2')).toBeNull()
    expect([...stream.effects.keys()]).not.toContain('inquire:prs_1:2:1')
  })

  test('keeps the answer that is on its way', () => {
    const later = [{ after_ms: 10_000, outcome: PAID_AGAIN }]
    const stream = secondAtTheBank().given(
      tell(2, { result: 'accepted', state: 'acknowledged', later }),
    )
    expect(told(stream.fire('bank_answer:prs_1:2'))).toEqual(['presentation.surplus_collected'])
  })
})

describe('a cycle that is paid twice', () => {
  /** Two debits of one cycle, both refused. */
  function twoRefused(): Stream {
    const stream = processing()
      .given(tell(1, declined('YE')))
      .given(present({ id: 'prs_2', reference_id: 'debit-002' }))
    stream.fire('present:prs_2')
    return stream.given(tell(1, declined('Z9'), 'prs_2'))
  }

  test('flags the second success as surplus, whichever debit it belongs to', () => {
    const stream = twoRefused().given(tell(1, DONE))
    expect(told(stream.when(tell(1, PAID_AGAIN, 'prs_2')))).toEqual([
      'presentation.surplus_collected',
    ])
    expect(debit(stream, 'prs_2')).toMatchObject({
      status: 'succeeded',
      attempts: [{ surplus: true }],
    })
  })

  test('flags it too where the debit had failed or was cancelled', () => {
    const failed = twoRefused().given(tell(1, DONE, 'prs_2'))
    expect(told(failed.when(tell(1, PAID_AGAIN)))).toEqual(['presentation.surplus_collected'])
    const cancelled = twoRefused()
      .given({ type: 'CancelPresentation', presentation_id: 'prs_2' })
      .given(tell(1, DONE))
    expect(told(cancelled.when(tell(1, PAID_AGAIN, 'prs_2')))).toEqual([
      'presentation.surplus_collected',
    ])
  })

  test('does not make the open debit of that cycle a second time', () => {
    const stream = twoRefused()
    stream.given({
      type: 'RetryPresentation',
      presentation_id: 'prs_2',
      when: 'asap',
      present_at: null,
    })
    stream.given(tell(1, DONE))
    expect(told(stream.fire('present:prs_2'))).toEqual(['presentation.failed'])
  })
})

describe('a no after a yes', () => {
  test('changes nothing and is kept in the log', () => {
    const stream = processing().given(tell(1, DONE))
    const before = debit(stream)
    expect(told(stream.when(tell(1, declined('Z9'))))).toEqual(['presentation.contradicted'])
    expect(debit(stream)).toEqual(before)
  })

  test('changes a reversed debit as little', () => {
    const stream = processing()
      .given(tell(1, DONE))
      .given({ type: 'ReversePresentation', presentation_id: 'prs_1' })
    expect(told(stream.when(tell(1, declined('Z9'))))).toEqual(['presentation.contradicted'])
    expect(debit(stream)?.status).toBe('reversed')
  })

  test('nobody knows changes nothing either', () => {
    const stream = processing().given(tell(1, DONE))
    expect(told(stream.when(tell(1, { result: 'unknown' })))).toEqual([])
  })
})

describe('a reversal', () => {
  test('gives back what was collected, and the cycle stays spent', () => {
    const stream = processing().given(tell(1, DONE))
    expect(told(stream.when({ type: 'ReversePresentation', presentation_id: 'prs_1' }))).toEqual([
      'presentation.reversed',
      'reversal.created',
    ])
    expect(debit(stream)).toMatchObject({ status: 'reversed', amount_reversed: 100_00 })
    expect(stream.state().cycles['2030-01-01']).toMatchObject({ succeeded: true })
    expect(told(stream.when({ type: 'ReversePresentation', presentation_id: 'prs_1' }))).toEqual([
      'state_conflict',
    ])
  })

  test('is refused where nothing was collected', () => {
    expect(
      told(processing().when({ type: 'ReversePresentation', presentation_id: 'prs_1' })),
    ).toEqual(['state_conflict'])
  })
})

describe('a bank that says the mandate is revoked', () => {
  test('fails the debit and ends the mandate, with what was planned under it', () => {
    const stream = processing({ retry: 'auto' })
    expect(told(stream.when(tell(1, declined('VA'))))).toEqual([
      'presentation.failed',
      'mandate.revoked',
    ])
    expect(stream.state().mandate.status).toBe('revoked')
  })

  test('ends no mandate twice', () => {
    const stream = processing().given({ type: 'RevokeMandate', mandate_id: 'mdt_1' })
    expect(told(stream.when(tell(1, declined('VA'))))).toEqual(['presentation.failed'])
  })
})

describe('an instant debit held by a pause', () => {
  test('ends with its five minutes', () => {
    const stream = createStream()
      .given(createMandate())
      .given(answer('mandate', 'mdt_1', DONE))
      .given(present({ source: { instant_amount: 100_00 } }))
    const act = (action: 'pause' | 'resume') =>
      ({ type: 'ActAsPayer', mandate_id: 'mdt_1', action, vpa: null, answers: [] }) as const
    stream.given(act('pause'))
    const begun = stream.at
    expect(told(stream.fire('present:prs_1'))).toEqual(['presentation.held'])
    expect(told(stream.fire('window_end:prs_1'))).toEqual(['presentation.failed'])
    expect(stream.at).toBe(begun + 5 * 60_000 + 1)
  })
})

test('what a bank paid though the attempt was taken back as never sent is collected', () => {
  const stream = processing().given(tell(1, { result: 'not_sent', detail: 'no record' }))
  expect(debit(stream)).toMatchObject({ status: 'scheduled', attempts: [] })
  expect(told(stream.wait(HOUR).when(tell(1, DONE)))).toEqual(['presentation.succeeded'])
  expect(debit(stream)?.attempts).toMatchObject([{ number: 1, status: 'succeeded' }])
})

test('an instant debit that was refused and could be tried again ends with its five minutes', () => {
  const stream = createStream({ instant_attempts_max: 2, attempt_spacing_minutes: 1 })
    .given(createMandate())
    .given(answer('mandate', 'mdt_1', DONE))
    .given(present({ source: { instant_amount: 100_00 } }))
  stream.fire('present:prs_1')
  expect(told(stream.when(tell(1, declined('Z9'))))).toEqual(['presentation.declined'])
  expect(told(stream.fire('window_end:prs_1'))).toEqual(['presentation.failed'])
})
