import { isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import { HOUR, MONDAY_8, SECOND } from '../mandate/decider-specification.ts'
import type { Outcome } from '../ports/outcome.ts'
import { settlementAggregate } from './aggregate.ts'
import {
  answer,
  createSettlementStream,
  form,
  PAID,
  REFUSED,
  type SettlementStream,
  TAKEN,
} from './settlement-specification.ts'

/** ₹5 collected and ₹1.20 given back are on their way to the merchant. */
function formed(): SettlementStream {
  const stream = createSettlementStream()
  stream.when(form({ collected: 5_00, refunded: 1_20, count: 2 }))
  return stream
}

describe('a settlement', () => {
  test('keeps its sums, its period and its day', () => {
    expect(formed().state()).toEqual({
      id: 'stl_1',
      revision: 1,
      status: 'pending',
      speed: 't0',
      collected: 5_00,
      refunded: 1_20,
      reversed: 0,
      disputed: 0,
      dispute_won: 0,
      fees: 0,
      count: 2,
      net: 3_80,
      period_from: MONDAY_8 - HOUR,
      period_until: MONDAY_8,
      settle_date: isoDate('2030-01-07'),
      bank_account: null,
      asked: true,
      utr: null,
      settled_at: null,
      metadata: {},
      created_at: MONDAY_8,
      updated_at: MONDAY_8,
    })
  })

  test('asks the bank for one transfer, under a reference that stays', () => {
    expect(formed().sent()).toEqual({
      tenant: { merchant_id: 'mer_1', mode: 'test' },
      id: 'settle:stl_1',
      stream: 'stl_1',
      stream_kind: 'settlement',
      kind: 'settle',
      resource_kind: 'settlement',
      resource_id: 'stl_1',
      attempt: null,
      provider_reference: 'stl1',
      request: { amount: 3_80, flow: 'settlement', authentication: 'none', attempts_before: 0 },
    })
  })

  test('is not moved by an answer that is on its way, which is kept as a timer', () => {
    const stream = formed()
    const before = stream.state()
    stream.when(answer(TAKEN))
    expect(stream.state()).toEqual(before)
    expect([...stream.fold.timers.values()]).toEqual([
      {
        tenant: { merchant_id: 'mer_1', mode: 'test' },
        stream: 'stl_1',
        stream_kind: 'settlement',
        key: 'bank_answer:stl_1:0',
        kind: 'bank_answer',
        resource_kind: 'settlement',
        resource_id: 'stl_1',
        at: MONDAY_8 + 10 * SECOND,
        outcome: PAID,
        attempt: null,
      },
    ])
    expect(stream.when({ type: 'ConfirmSending', effect: stream.sent() })).toEqual([])
  })

  test('waits where the bank took it and says no more', () => {
    const silent: Outcome = { result: 'accepted', state: 'acknowledged' }
    expect(formed().decided(answer(silent))).toEqual({ ok: true, events: [] })
  })

  test.each<[string, Outcome, string | null]>([
    ['with a UTR', PAID, 'SIMBR1'],
    ['with references but no UTR', { result: 'accepted', state: 'done', references: {} }, null],
    ['without a reference', { result: 'accepted', state: 'done' }, null],
  ])('is settled when the bank says so %s', (_, outcome, utr) => {
    const stream = formed()
    const before = stream.state()
    const later = [{ after_ms: 10 * SECOND, outcome }]
    stream.when(answer({ result: 'accepted', state: 'acknowledged', later }))
    stream.fire('bank_answer:stl_1:0')
    expect(stream.state()).toEqual({
      ...before,
      revision: 2,
      status: 'settled',
      utr,
      settled_at: MONDAY_8 + 10 * SECOND,
      updated_at: MONDAY_8 + 10 * SECOND,
    })
    expect([...stream.fold.effects]).toEqual([])
  })

  test.each([
    ['settled', PAID],
    ['pending', REFUSED],
  ] as const)('that is %s when it was to be sent says that it is not', (status, outcome) => {
    const stream = formed()
    const confirm = { type: 'ConfirmSending', effect: stream.sent() } as const
    stream.when(answer(outcome))
    expect(stream.decided(confirm)).toEqual({
      ok: false,
      rejection: {
        code: 'state_conflict',
        detail: `Settlement stl_1 is ${status}: its transfer is not to be made now.`,
        allowed_actions: [],
      },
    })
  })

  test('is not changed for the merchant while the bank refuses it', () => {
    const stream = formed()
    const before = stream.state()
    stream.when(answer(REFUSED))
    expect(stream.state()).toEqual({ ...before, asked: false })
    stream.fire('settlement_retry:stl_1')
    expect(stream.state()).toEqual(before)
  })
})

test('a stream that does not begin with its settlement is a bug', () => {
  const event = {
    type: 'settlement.requested',
    resource_kind: 'settlement',
    resource_id: 'stl_1',
    data: {},
  } as const
  expect(() => settlementAggregate.evolve(null, event, MONDAY_8)).toThrow(
    'does not begin with its creation',
  )
})
