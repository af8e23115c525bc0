import { describe, expect, test } from 'vitest'
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

const CANCEL = { type: 'CancelNotification', notification_id: 'pdn_1' } as const
const OPT_OUT = { type: 'OptOut', notification_id: 'pdn_1' } as const

function pending(): Stream {
  return createStream()
    .given(createMandate())
    .given(answer('mandate', 'mdt_1', DONE))
    .given(notify())
}

function delivered(): Stream {
  return pending().given(answer('notification', 'pdn_1', DONE))
}

describe('a notice on its way', () => {
  test('is cancelled by the merchant, is not sent, and hears no later answer', () => {
    const stream = pending()
    expect(told(stream.when(CANCEL))).toEqual(['notification.cancelled'])
    expect(stream.effects.has('notify:pdn_1')).toBe(false)
    expect(told(stream.when(answer('notification', 'pdn_1', DONE)))).toEqual([])
  })

  test('has not reached the payer, who cannot opt out of it', () => {
    expect(told(pending().when(OPT_OUT))).toEqual(['state_conflict'])
  })
})

describe('a delivered notice', () => {
  test.each([
    ['the merchant', CANCEL, 'merchant'],
    ['the payer', OPT_OUT, 'payer'],
  ] as const)('is called off by %s with the debit planned on it', (_who, command, by) => {
    const stream = delivered().given(present())
    expect(told(stream.when(command))).toEqual(['presentation.cancelled', 'notification.cancelled'])
    expect(stream.state().notifications.pdn_1?.cancelled_by).toBe(by)
    expect(stream.timers.get('present:prs_1')).toBeNull()
    expect(stream.timers.get('notice_lapse:pdn_1')).toBeNull()
  })

  test('called off, lets its cycle be notified again under its number', () => {
    const stream = delivered()
      .given(CANCEL)
      .given(notify({ id: 'pdn_2' }))
    expect(stream.state().notifications.pdn_2?.sequence_number).toBe(1)
  })
})

test('a notice whose debit was attempted is not called off', () => {
  const stream = delivered().given(present())
  stream.fire('present:prs_1')
  for (const command of [CANCEL, OPT_OUT])
    expect(told(stream.when(command))).toEqual(['state_conflict'])
})

test('a notice that is over is not called off', () => {
  const failed = pending().given(answer('notification', 'pdn_1', declined('NU')))
  const lapsed = delivered()
  lapsed.fire('notice_lapse:pdn_1')
  for (const stream of [failed, lapsed, delivered().given(CANCEL)])
    expect(told(stream.when(CANCEL))).toEqual(['state_conflict'])
})

describe('a notice whose debit was taken up and held back before it was sent', () => {
  /** The first attempt is planned for the bank; the payer pauses before it goes out. */
  function heldBack(): Stream {
    const stream = delivered().given(present())
    stream.fire('present:prs_1')
    const effect = stream.effects.get('present:prs_1:1')
    if (effect === undefined) throw new Error('nothing was asked of the bank')
    const pause = { type: 'ActAsPayer', mandate_id: 'mdt_1', action: 'pause' } as const
    stream.given({ ...pause, vpa: null, answers: [] })
    expect(told(stream.when({ type: 'ConfirmSending', effect }))).toEqual([
      'presentation.withdrawn',
      'notification.released',
    ])
    return stream
  }

  test.each([
    ['the payer', OPT_OUT],
    ['the merchant', CANCEL],
  ] as const)('is called off by %s', (_who, command) => {
    expect(told(heldBack().when(command))).toEqual([
      'presentation.cancelled',
      'notification.cancelled',
    ])
  })

  test('lapses with its day, and the debit fails', () => {
    expect(told(heldBack().fire('notice_lapse:pdn_1'))).toEqual([
      'notification.lapsed',
      'presentation.failed',
    ])
  })

  test('is used when the attempt is made after all', () => {
    const stream = heldBack()
    const resume = { type: 'ActAsPayer', mandate_id: 'mdt_1', action: 'resume' } as const
    stream.given({ ...resume, vpa: null, answers: [] })
    expect(told(stream.fire('present:prs_1'))).toEqual([
      'notification.used',
      'presentation.processing',
    ])
  })

  test('is as good as unused too where the provider could not be reached', () => {
    const stream = delivered().given(present())
    stream.fire('present:prs_1')
    const outcome = { result: 'not_sent', detail: 'no connection' } as const
    expect(told(stream.when(answer('presentation', 'prs_1', outcome, 1)))).toEqual([
      'presentation.withdrawn',
      'notification.released',
    ])
  })

  test('stays used where the mandate has ended meanwhile', () => {
    const stream = delivered().given(present())
    stream.fire('present:prs_1')
    stream.given({ type: 'RevokeMandate', mandate_id: 'mdt_1' })
    const outcome = { result: 'not_sent', detail: 'no connection' } as const
    expect(told(stream.when(answer('presentation', 'prs_1', outcome, 1)))).toEqual([
      'presentation.withdrawn',
      'presentation.cancelled',
    ])
  })

  test('stays used where new terms no longer allow its debit', () => {
    const stream = delivered().given(present())
    stream.fire('present:prs_1')
    stream
      .given({
        type: 'ModifyMandate',
        id: 'mod_1',
        mandate_id: 'mdt_1',
        reference_id: null,
        amount: 99_99,
        end_date: null,
        expires_in_ms: null,
        metadata: {},
      })
      .given(answer('modification', 'mod_1', DONE))
    const outcome = { result: 'not_sent', detail: 'no connection' } as const
    expect(told(stream.when(answer('presentation', 'prs_1', outcome, 1)))).toEqual([
      'presentation.withdrawn',
    ])
  })

  test('stays used by an earlier attempt', () => {
    const stream = delivered().given(present())
    stream.fire('present:prs_1')
    stream.given(answer('presentation', 'prs_1', declined('Z9'), 1))
    stream
      .given({ type: 'CancelPresentation', presentation_id: 'prs_1' })
      .wait(HOUR)
      .given(present({ id: 'prs_2', reference_id: 'debit-002' }))
    stream.fire('present:prs_2')
    const outcome = { result: 'not_sent', detail: 'no connection' } as const
    expect(told(stream.when(answer('presentation', 'prs_2', outcome, 1)))).toEqual([
      'presentation.withdrawn',
    ])
  })
})
