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
  MONDAY_8,
  notify,
  type Stream,
} from '../decider-specification.ts'
import { type NotificationEvent, notificationEvent } from '../events.ts'
import { followUp, refusal } from '../follow-up-specification.ts'
import type { CreateDebit } from './commands.ts'
import { followNotice } from './follow-notice.ts'

/** A debit announced for a day of January, and planned in the same decision. */
function announce(day: string, number = 1): CreateDebit {
  return {
    type: 'CreateDebit',
    mandate_id: 'mdt_1',
    notification: {
      id: `pdn_${number}`,
      reference_id: null,
      amount: 100_00,
      debit_date: isoDate(day),
      debit_at: null,
      metadata: {},
    },
    presentation: {
      id: `prs_${number}`,
      reference_id: `debit-00${number}`,
      description: null,
      when: 'asap',
      present_at: null,
      retry: 'none',
      metadata: {},
    },
    batch_id: null,
    schedule_id: 'sch_1',
  }
}

const active = (): Stream =>
  createStream()
    .given(createMandate())
    .given(answer('mandate', 'mdt_1', DONE))
const arrives = answer('notification', 'pdn_1', DONE)

test('a debit and its notice are told one by one, unless they were asked for quietly', () => {
  const stream = active().given(announce('2030-01-08'))
  const origin = { batch_id: null, schedule_id: 'sch_1', quiet: false }
  expect(stream.state().notifications.pdn_1).toMatchObject(origin)
  expect(stream.state().presentations.prs_1).toMatchObject(origin)
})

test('a notice that stands alone is not taken for the debit that was asked for with it', () => {
  const stream = active().given(notify())
  expect(refusal(stream.when(announce('2030-01-08')))).toMatchObject({
    code: 'notification_open',
    existing: { object: 'notification', id: 'pdn_1' },
  })
  expect(stream.state().presentations).toEqual({})
})

describe('a debit whose notice arrives', () => {
  test('so late that the lead time outlasts its day has failed', () => {
    const stream = active().given(announce('2030-01-09'))
    stream.wait(40 * HOUR)
    expect(followUp(stream, () => stream.when(arrives)).said).toEqual([
      ['notification.delivered', { window_from: MONDAY_8 + 64 * HOUR }],
      ['presentation.failed', { decline: null }],
    ])
  })

  test('just in time is made at the last off-peak moment of its day', () => {
    const stream = active().given(announce('2030-01-09'))
    stream.wait(40 * HOUR - 1)
    expect(followUp(stream, () => stream.when(arrives)).said[1]).toEqual([
      'presentation.deferred',
      { due_at: MONDAY_8 + 64 * HOUR - 1, reason: 'notice_lead_time' },
    ])
  })

  test('is told why it waits, also where the moment stays the same', () => {
    // Announced at 10:30 it would wait out the peak hours of the morning; notified at 13:00 it waits for its lead time.
    const stream = active()
      .wait(2.5 * HOUR)
      .given(announce('2030-01-08'))
    const due_at = MONDAY_8 + DAY + 5 * HOUR
    expect(stream.state().presentations.prs_1).toMatchObject({
      due_at,
      deferred_because: 'peak_hours',
    })
    stream.wait(2.5 * HOUR)
    expect(followUp(stream, () => stream.when(arrives)).said[1]).toEqual([
      'presentation.deferred',
      { due_at, reason: 'notice_lead_time' },
    ])
  })

  test('leaves the debit of another notice as it is', () => {
    const stream = active().given(announce('2030-01-08', 2)).given(announce('2030-01-09'))
    const before = stream.state().presentations.prs_2
    const none = answer('notification', 'pdn_1', declined('NU'))
    const decline = expect.objectContaining({ npci_code: 'NU' })
    expect(followUp(stream, () => stream.when(none)).said).toEqual([
      ['notification.failed', { decline }],
      ['presentation.failed', { decline }],
    ])
    expect(stream.state().presentations.prs_2).toEqual(before)
    expect(stream.state().presentations.prs_1).toMatchObject({ status: 'failed' })
  })
})

test('a debit whose notice lapses has failed for no reason of the bank’s', () => {
  const stream = active().given(announce('2030-01-09'))
  expect(followUp(stream, () => stream.fire('notice_lapse:pdn_1')).said).toEqual([
    ['notification.lapsed', {}],
    ['presentation.failed', { decline: null }],
  ])
})

describe('a debit planned on a notice that', () => {
  const event = notificationEvent as (...of: Parameters<typeof notificationEvent>) => unknown
  test.each([
    ['is called off', 'is cancelled', 'notification.cancelled', 'presentation.cancelled', {}],
    ['lapses', 'fails', 'notification.lapsed', 'presentation.failed', { decline: null }],
    ['is used', 'goes on', 'notification.used', null, {}],
    ['is as good as unused again', 'goes on', 'notification.released', null, {}],
  ] as const)('%s %s', (_what, _becomes, type, follows, data) => {
    const stream = active().given(announce('2030-01-08'))
    const said = event(type, 'pdn_1', {} as never) as NotificationEvent
    const events = followNotice(stream.state(), said, stream.facts())
    expect(events.map((one) => [one.type, one.resource_id, one.data])).toEqual(
      follows === null ? [] : [[follows, 'prs_1', data]],
    )
  })
})
