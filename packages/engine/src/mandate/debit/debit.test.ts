import { isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
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
  SECOND,
  type Stream,
  told,
} from '../decider-specification.ts'
import type { CreateDebit } from './commands.ts'

function debit(terms: Partial<CreateDebit> = {}): CreateDebit {
  return {
    type: 'CreateDebit',
    mandate_id: 'mdt_1',
    notification: {
      id: 'pdn_1',
      reference_id: null,
      amount: 100_00,
      debit_date: isoDate('2030-01-08'),
      debit_at: null,
      metadata: {},
    },
    presentation: {
      id: 'prs_1',
      reference_id: 'debit-001',
      description: null,
      when: 'asap',
      present_at: null,
      retry: 'none',
      metadata: {},
    },
    batch_id: 'bat_1',
    schedule_id: null,
    ...terms,
  }
}

const active = (terms: Parameters<typeof createMandate>[0] = {}): Stream =>
  createStream()
    .given(createMandate(terms))
    .given(answer('mandate', 'mdt_1', DONE))

const prs = (stream: Stream) => stream.state().presentations.prs_1

describe('a debit that is announced and planned at once', () => {
  test('is one decision: the notice is pending, the debit scheduled against it', () => {
    const stream = active()
    expect(told(stream.when(debit()))).toEqual(['notification.created', 'presentation.created'])
    expect(stream.state().notifications.pdn_1).toMatchObject({
      status: 'pending',
      batch_id: 'bat_1',
    })
    expect(prs(stream)).toMatchObject({
      status: 'scheduled',
      notification_id: 'pdn_1',
      amount: 100_00,
      sequence_number: 1,
      batch_id: 'bat_1',
      schedule_id: null,
      due_at: MONDAY_8 + DAY,
      deferred_because: 'notice_lead_time',
    })
  })

  test('asked twice under the same ids changes nothing', () => {
    const stream = active().given(debit())
    expect(stream.when(debit())).toEqual({ ok: true, events: [] })
  })

  test('is refused whole by the rules of its notice', () => {
    const stream = active()
    const late = debit({
      notification: { ...debit().notification, debit_date: isoDate('2030-01-07') },
    })
    expect(told(stream.when(late))).toEqual(['notice_outside_lead_window'])
    expect(stream.state().notifications).toEqual({})
  })

  test('is refused whole by the rules of its debit', () => {
    const stream = active()
    const at = { when: 'at', present_at: (MONDAY_8 + 3 * DAY) as typeof MONDAY_8 } as const
    const late = debit({ presentation: { ...debit().presentation, ...at } })
    expect(told(stream.when(late))).toEqual(['debit_window_closed'])
    expect(stream.state().notifications).toEqual({})
  })

  test('names the open notice of its cycle', () => {
    const stream = active().given(debit())
    const again = debit({ notification: { ...debit().notification, id: 'pdn_2' } })
    expect(told(stream.when(again))).toEqual(['notification_open'])
  })

  test('waits for the lead time from the moment its notice arrives', () => {
    const stream = active()
      .given(debit())
      .wait(10 * SECOND)
    expect(told(stream.when(answer('notification', 'pdn_1', DONE)))).toEqual([
      'notification.delivered',
      'presentation.deferred',
    ])
    expect(prs(stream)?.due_at).toBe(MONDAY_8 + DAY + 10 * SECOND)
    expect(told(stream.fire('present:prs_1'))).toEqual([
      'notification.used',
      'presentation.processing',
    ])
  })

  test('keeps its plan where the notice comes in time for its day', () => {
    const day = { ...debit().notification, debit_date: isoDate('2030-01-09') }
    const stream = active().given(debit({ notification: day }))
    const due = prs(stream)
    expect(due).toMatchObject({ deferred_because: 'debit_date' })
    stream.wait(10 * SECOND)
    expect(told(stream.when(answer('notification', 'pdn_1', DONE)))).toEqual([
      'notification.delivered',
    ])
    expect(prs(stream)?.due_at).toBe(due?.due_at)
  })

  test('is never made while its notice is on its way', () => {
    const stream = active().given(debit())
    expect(told(stream.fire('present:prs_1'))).toEqual(['presentation.failed'])
  })

  test('is put off while its notice is on its way and the day has room', () => {
    const day = { ...debit().notification, debit_date: isoDate('2030-01-09') }
    const stream = active().given(debit({ notification: day }))
    stream.wait(30 * HOUR)
    expect(told(stream.when(answer('notification', 'pdn_1', DONE)))).toEqual([
      'notification.delivered',
      'presentation.deferred',
    ])
    expect(prs(stream)?.due_at).toBe(MONDAY_8 + 54 * HOUR)
  })

  test('fails with its notice, for the same reason', () => {
    const stream = active().given(debit())
    expect(told(stream.when(answer('notification', 'pdn_1', declined('NU'))))).toEqual([
      'notification.failed',
      'presentation.failed',
    ])
    expect(prs(stream)).toMatchObject({ failure: { npci_code: 'NU' } })
  })

  test('ends with a notice that lapses undelivered', () => {
    const day = { ...debit().notification, debit_date: isoDate('2030-01-09') }
    const stream = active().given(debit({ notification: day }))
    expect(told(stream.fire('notice_lapse:pdn_1'))).toEqual([
      'notification.lapsed',
      'presentation.failed',
    ])
  })

  test('in the next window starts with the first one after the notice allows it', () => {
    const next = debit({
      notification: { ...debit().notification, debit_date: isoDate('2030-01-09') },
      presentation: { ...debit().presentation, when: 'next_window' },
    })
    const stream = active().given(next)
    expect(prs(stream)).toMatchObject({ deferred_because: 'next_window' })
    // From midnight the first window of the day is open; the next one begins at 13:00.
    expect(prs(stream)?.due_at).toBe(MONDAY_8 + 2 * DAY + 5 * HOUR)
    stream.wait(MINUTE)
    expect(told(stream.when(answer('notification', 'pdn_1', DONE)))).toEqual([
      'notification.delivered',
    ])
  })

  test('ends with its mandate', () => {
    const stream = active().given(debit())
    expect(told(stream.when({ type: 'RevokeMandate', mandate_id: 'mdt_1' }))).toEqual([
      'mandate.revoked',
      'presentation.cancelled',
      'notification.cancelled',
    ])
  })

  test('quiet, it is logged and not told', () => {
    const stream = active().given(debit({ quiet: true }))
    expect(prs(stream)?.quiet).toBe(true)
    expect(stream.logged().slice(-2)).toMatchObject([
      { type: 'notification.created', public: false, object: null },
      { type: 'presentation.created', public: false, object: null },
    ])
  })
})
