import { endOfIstDay, type Instant, isoDate } from '@upi-autopay/rail'
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
  type Stream,
} from '../decider-specification.ts'
import { notificationEvent } from '../events.ts'
import { followUp, refusal } from '../follow-up-specification.ts'
import { evolveNotification } from './evolve.ts'
import type { Notification } from './notification.ts'

const CANCEL = { type: 'CancelNotification', notification_id: 'pdn_1' } as const
const OPT_OUT = { type: 'OptOut', notification_id: 'pdn_1' } as const
const WEDNESDAY = isoDate('2030-01-09')

const tell = (outcome: Outcome) => answer('notification', 'pdn_1', outcome)
const active = (terms: Parameters<typeof createMandate>[0] = {}): Stream =>
  createStream()
    .given(createMandate({ frequency: 'monthly', ...terms }))
    .given(answer('mandate', 'mdt_1', DONE))
const pending = (terms: Parameters<typeof notify>[0] = {}): Stream =>
  active()
    .given(notify({ debit_date: WEDNESDAY, ...terms }))
    .wait(MINUTE)
const delivered = (): Stream => pending().given(tell(DONE))
const shown = (stream: Stream, id = 'pdn_1') => stream.state().notifications[id]

const ANNOUNCED: Notification = {
  id: 'pdn_1',
  revision: 1,
  status: 'pending',
  mandate_id: 'mdt_1',
  reference_id: null,
  amount: 100_00,
  debit_date: WEDNESDAY,
  debit_at: null,
  cycle: { key: '2030-01-01', from: isoDate('2030-01-01'), until: isoDate('2030-01-31') },
  sequence_number: 1,
  window_from: null,
  window_until: endOfIstDay(WEDNESDAY),
  delivered_at: null,
  failure: null,
  used_by: null,
  cancelled_by: null,
  batch_id: null,
  schedule_id: null,
  quiet: false,
  metadata: {},
  created_at: MONDAY_8,
  updated_at: MONDAY_8,
}
const NU = declined('NU')
const OVER = { 'bank_answer:pdn_1': null, 'notice_lapse:pdn_1': null }
const LATER = [{ after_ms: 10_000, outcome: DONE }]

describe('a notice on its way', () => {
  test('shows its cycle, and no window before it has arrived', () => {
    expect(shown(pending())).toEqual(ANNOUNCED)
  })

  test('is a cycle of its own where debits come as presented', () => {
    const stream = active({ frequency: 'as_presented' }).given(notify({ debit_date: WEDNESDAY }))
    expect(shown(stream)?.cycle).toEqual({ key: 'pdn_1', from: null, until: null })
  })

  test('shows what it was made by, where it was not asked for by itself', () => {
    const origin = { batch_id: 'bat_1', schedule_id: 'sch_1', quiet: true }
    expect(shown(pending(origin))).toEqual({ ...ANNOUNCED, ...origin })
  })

  test.each([
    ['two days ahead', 0, '2030-01-08T18:30:00.000Z'],
    ['a day before it is due', 16 * HOUR, '2030-01-08T18:30:00.000Z'],
    ['later than that', 16 * HOUR + 1, '2030-01-08T18:30:00.001Z'],
  ])('that arrives %s lets its debit start when day and lead time allow', (_when, ms, from) => {
    const stream = pending()
    stream.at = (MONDAY_8 + ms) as Instant
    expect(followUp(stream, () => stream.when(tell(DONE)))).toEqual({
      said: [['notification.delivered', { window_from: Date.parse(from) }]],
      timers: { 'bank_answer:pdn_1': null },
      asked: [],
      withdrawn: [],
    })
    expect(shown(stream)).toEqual({
      ...ANNOUNCED,
      revision: 2,
      status: 'delivered',
      delivered_at: stream.at,
      window_from: Date.parse(from),
      updated_at: stream.at,
    })
  })

  test('that does not arrive says why', () => {
    const stream = pending()
    const after = followUp(stream, () => stream.when(tell(NU)))
    const decline = expect.objectContaining({ npci_code: 'NU', provider_code: 'NU' })
    expect(after).toEqual({
      said: [['notification.failed', { decline }]],
      timers: OVER,
      asked: [],
      withdrawn: ['notify:pdn_1'],
    })
    const moved = { revision: 2, updated_at: stream.at }
    expect(shown(stream)).toEqual({ ...ANNOUNCED, ...moved, status: 'failed', failure: decline })
  })

  test.each<readonly [string, Outcome]>([
    ['the provider has it', { result: 'accepted', state: 'acknowledged' }],
    ['nobody knows whether it arrived', { result: 'unknown' }],
    ['it was never sent', { result: 'not_sent', detail: 'no connection' }],
  ])('gives no right to debit when %s', (_what, outcome) => {
    const stream = pending()
    expect(stream.when(tell(outcome))).toEqual({ ok: true, events: [] })
    expect(shown(stream)).toEqual(ANNOUNCED)
    expect(refusal(stream.when(present())).code).toBe('state_conflict')
  })

  test.each([
    ['has it', { result: 'accepted', state: 'acknowledged' }],
    ['cannot say', { result: 'unknown' }],
  ] as const)('waits for the answer that a provider announces which %s', (_what, said) => {
    const stream = pending()
    const at = stream.at + 10_000
    expect(followUp(stream, () => stream.when(tell({ ...said, later: LATER })))).toEqual({
      said: [['notification.answer_expected', { at, outcome: DONE, attempt: null, order: 0 }]],
      timers: { 'bank_answer:pdn_1': at },
      asked: [],
      withdrawn: [],
    })
    expect(stream.state().notifications).toEqual({ pdn_1: ANNOUNCED })
    expect(followUp(stream, () => stream.fire('bank_answer:pdn_1')).said[0]?.[0]).toBe(
      'notification.delivered',
    )
  })

  test('waits for it no more once it is called off', () => {
    const stream = pending().given(tell({ result: 'unknown', later: LATER }))
    expect(followUp(stream, () => stream.when(CANCEL))).toEqual({
      said: [['notification.cancelled', { by: 'merchant' }]],
      timers: OVER,
      asked: [],
      withdrawn: ['notify:pdn_1'],
    })
    const moved = { revision: 2, updated_at: stream.at }
    expect(shown(stream)).toEqual({
      ...ANNOUNCED,
      ...moved,
      status: 'cancelled',
      cancelled_by: 'merchant',
    })
  })
})

describe('the end of the notified day', () => {
  const LAPSED: readonly (readonly [string, () => Stream])[] = [
    ['has not arrived', pending],
    ['was delivered and not used', delivered],
  ]
  test.each(LAPSED)('lapses a notice that %s', (_what, made) => {
    const stream = made()
    const { said } = followUp(stream, () => stream.fire('notice_lapse:pdn_1'))
    expect(said).toEqual([['notification.lapsed', {}]])
    expect(shown(stream)).toMatchObject({ status: 'lapsed', updated_at: endOfIstDay(WEDNESDAY) })
  })

  const SERVED: readonly (readonly [string, (stream: Stream) => unknown])[] = [
    ['failed', (stream) => stream.given(tell(NU))],
    ['was called off', (stream) => stream.given(CANCEL)],
    [
      'has served its debit',
      (stream) => stream.given(tell(DONE)).given(present()).fire('present:prs_1'),
    ],
  ]
  test.each(SERVED)('is nothing to one that %s, though its timer fires late', (_what, move) => {
    const stream = pending()
    const timer = stream.timers.get('notice_lapse:pdn_1')
    if (timer == null) throw new Error('it has its day')
    move(stream)
    const before = shown(stream)
    stream.at = timer.at
    expect(stream.when({ type: 'FireTimer', timer })).toEqual({ ok: true, events: [] })
    expect(shown(stream)).toEqual(before)
  })
})

describe('a notice is not called off', () => {
  const attempted = (): Stream => {
    const stream = delivered().given(present())
    stream.fire('present:prs_1')
    return stream
  }
  const lapsed = (): Stream => {
    const stream = delivered()
    stream.fire('notice_lapse:pdn_1')
    return stream
  }
  test.each([
    ['pending', pending, OPT_OUT, 'it has not reached the payer yet'],
    ['used', attempted, CANCEL, 'its debit has been attempted; cancel that one'],
    ['used', attempted, OPT_OUT, 'its debit has been attempted; cancel that one'],
    ['failed', () => pending().given(tell(NU)), CANCEL, 'it is over'],
    ['cancelled', () => delivered().given(CANCEL), OPT_OUT, 'it is over'],
    ['lapsed', lapsed, CANCEL, 'it is over'],
  ] as const)('while it is %s', (status, made, command, why) => {
    expect(refusal(made().when(command))).toMatchObject({
      code: 'state_conflict',
      detail: `Notification pdn_1 is ${status}: ${why}.`,
    })
  })

  test('with the debit of another', () => {
    const stream = active({ frequency: 'daily' })
      .given(notify({ debit_date: isoDate('2030-01-08') }))
      .given(answer('notification', 'pdn_1', DONE))
      .given(notify({ id: 'pdn_2', debit_date: WEDNESDAY }))
      .given(answer('notification', 'pdn_2', DONE))
      .given(present({ id: 'prs_0', reference_id: 'debit-000' }))
      .given({ type: 'CancelPresentation', presentation_id: 'prs_0' })
      .given(present())
      .given(
        present({ id: 'prs_2', reference_id: 'debit-002', source: { notification_id: 'pdn_2' } }),
      )
    const decision = stream.when(CANCEL)
    expect(decision.ok && decision.events.map(({ resource_id }) => resource_id)).toEqual([
      'prs_1',
      'pdn_1',
    ])
    expect(stream.state().presentations.prs_2?.status).toBe('scheduled')
  })
})

describe('a notice is not made', () => {
  test('under a mandate that is not active', () => {
    expect(refusal(createStream().given(createMandate()).when(notify()))).toEqual({
      code: 'state_conflict',
      detail: 'Mandate mdt_1 is pending: only an active mandate can be notified.',
      allowed_actions: ['revoke'],
    })
  })

  test.each([
    ['waits', delivered],
    [
      'is being debited',
      () => {
        const stream = delivered().given(present())
        stream.fire('present:prs_1')
        return stream
      },
    ],
  ] as const)('while another of its cycle %s, which is named', (_what, made) => {
    const again = notify({ id: 'pdn_2', debit_date: isoDate('2030-01-10') })
    expect(refusal(made().when(again))).toMatchObject({
      code: 'notification_open',
      existing: { object: 'notification', id: 'pdn_1' },
    })
  })

  test('for a cycle that has its debit already', () => {
    const stream = delivered().given(present())
    stream.fire('present:prs_1')
    stream.given(answer('presentation', 'prs_1', DONE, 1))
    const again = notify({ id: 'pdn_2', debit_date: isoDate('2030-01-11') })
    expect(refusal(stream.wait(DAY).when(again)).code).toBe('cycle_already_debited')
  })
})

test('the log of a notice begins with its creation', () => {
  const lapsed = notificationEvent('notification.lapsed', 'pdn_1', {}) as Parameters<
    typeof evolveNotification
  >[1]
  expect(() => evolveNotification(undefined, lapsed, MONDAY_8)).toThrow('not loaded')
})
