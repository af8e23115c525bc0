import { describe, expect, test } from 'vitest'
import {
  answer,
  createMandate,
  createStream,
  DAY,
  DONE,
  declined,
  HOUR,
  notify,
  present,
  type Stream,
  told,
} from './decider-specification.ts'

function active(terms: Parameters<typeof createMandate>[0] = {}): Stream {
  return createStream()
    .given(createMandate(terms))
    .given(answer('mandate', 'mdt_1', DONE))
}

/** A debit whose first attempt is with the bank, at 8:00 of Tuesday. */
function processing(
  terms: Parameters<typeof createMandate>[0] = {},
  debit: Parameters<typeof present>[0] = {},
): Stream {
  const stream = active(terms)
    .given(notify())
    .given(answer('notification', 'pdn_1', DONE))
    .given(present(debit))
  stream.fire('present:prs_1')
  return stream
}

test('a used notice leaves no timer behind', () => {
  expect(processing().timers.get('notice_lapse:pdn_1')).toBeNull()
})

describe('a one-time mandate', () => {
  test('takes its open notice with it when an instant debit completes it', () => {
    const stream = active({ frequency: 'one_time' })
      .given(notify())
      .given(present({ source: { instant_amount: 100_00 } }))
    stream.fire('present:prs_1')
    expect(told(stream.when(answer('presentation', 'prs_1', DONE, 1)))).toEqual([
      'presentation.succeeded',
      'mandate.completed',
      'notification.cancelled',
    ])
  })

  test('completes too when the bank says late that the money moved', () => {
    const stream = processing({ frequency: 'one_time' }).given(
      answer('presentation', 'prs_1', declined('YE'), 1),
    )
    expect(told(stream.when(answer('presentation', 'prs_1', DONE, 1)))).toEqual([
      'presentation.corrected',
      'mandate.completed',
    ])
  })
})

describe('an attempt that was planned and not sent', () => {
  test('is not counted when the day has ended meanwhile', () => {
    const stream = processing({ frequency: 'monthly' })
    const effect = stream.effects.get('present:prs_1:1')
    if (effect === undefined) throw new Error('nothing was asked of the bank')
    expect(told(stream.wait(17 * HOUR).when({ type: 'ConfirmSending', effect }))).toEqual([
      'presentation.withdrawn',
      'presentation.failed',
    ])
    expect(stream.state().presentations.prs_1).toMatchObject({ status: 'failed', attempts: [] })
    expect(stream.state().cycles['2030-01-01']).toMatchObject({ attempts: 0 })
    expect([...stream.effects.keys()]).not.toContain('present:prs_1:1')
    expect(stream.timers.get('present:prs_1')).toBeNull()
  })

  test('is not made when the mandate was revoked meanwhile', () => {
    const stream = processing()
    const effect = stream.effects.get('present:prs_1:1')
    if (effect === undefined) throw new Error('nothing was asked of the bank')
    stream.given({ type: 'RevokeMandate', mandate_id: 'mdt_1' })
    expect(told(stream.when({ type: 'ConfirmSending', effect }))).toEqual([
      'presentation.withdrawn',
      'presentation.cancelled',
    ])
    expect(stream.state().presentations.prs_1?.attempts).toEqual([])
  })
})

test('a retry that comes too late fails with what the bank said of the attempt before', () => {
  const stream = processing().given(answer('presentation', 'prs_1', declined('Z9'), 1))
  stream.given({
    type: 'RetryPresentation',
    presentation_id: 'prs_1',
    when: 'asap',
    present_at: null,
  })
  const timer = stream.timers.get('present:prs_1')
  if (timer === undefined || timer === null) throw new Error('no retry was planned')
  expect(told(stream.wait(DAY).when({ type: 'FireTimer', timer }))).toEqual(['presentation.failed'])
  expect(stream.state().presentations.prs_1?.failure).toMatchObject({ npci_code: 'Z9' })
})

test('a debit whose outcome stays unknown after the PIN is back with the bank, and the PIN runs out no more', () => {
  const stream = processing()
    .given(answer('presentation', 'prs_1', { result: 'accepted', state: 'awaiting_payer' }, 1))
    .given(answer('presentation', 'prs_1', { result: 'unknown' }, 1))
  expect(stream.state().presentations.prs_1).toMatchObject({
    status: 'processing',
    outcome: 'unknown',
    payer_expires_at: null,
  })
  expect(stream.timers.get('pin_expiry:prs_1')).toBeNull()
  const decline = { after_ms: 10_000, outcome: declined('ZA') }
  expect(
    told(stream.when({ type: 'ActOnPresentation', presentation_id: 'prs_1', answers: [decline] })),
  ).toEqual(['state_conflict'])
})

test('a debit that was declined, or waits for its retry, ends with its mandate', () => {
  for (const retry of ['none', 'auto'] as const) {
    const stream = processing({}, { retry }).given(
      answer('presentation', 'prs_1', declined('Z9'), 1),
    )
    expect(told(stream.when({ type: 'RevokeMandate', mandate_id: 'mdt_1' }))).toEqual([
      'mandate.revoked',
      'presentation.cancelled',
    ])
  }
})

test('a debit that asks for the PIN after its mandate has ended is cancelled, and what was paid still counts', () => {
  const stream = processing().given({ type: 'RevokeMandate', mandate_id: 'mdt_1' })
  const waits = { result: 'accepted', state: 'awaiting_payer' } as const
  expect(told(stream.when(answer('presentation', 'prs_1', waits, 1)))).toEqual([
    'presentation.awaiting_payer',
    'presentation.cancelled',
  ])
  expect(stream.timers.get('pin_expiry:prs_1')).toBeNull()
  expect(told(stream.when(answer('presentation', 'prs_1', DONE, 1)))).toEqual([
    'presentation.corrected',
  ])
})

test('a debit that surely was not sent before its mandate ended is not planned again', () => {
  const stream = processing().given({ type: 'RevokeMandate', mandate_id: 'mdt_1' })
  const lost = { result: 'not_sent', detail: 'no line to the bank' } as const
  expect(told(stream.when(answer('presentation', 'prs_1', lost, 1)))).toEqual([
    'presentation.withdrawn',
    'presentation.cancelled',
  ])
  expect(stream.timers.get('present:prs_1')).toBeNull()
})
