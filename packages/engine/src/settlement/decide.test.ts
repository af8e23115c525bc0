import { isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import { ACCOUNT, HOUR, MONDAY_8, SECOND } from '../mandate/decider-specification.ts'
import {
  answer,
  createSettlementStream,
  form,
  PAID,
  REFUSED,
  TAKEN,
} from './settlement-specification.ts'

describe('forming', () => {
  test('what is due becomes a settlement that claims exactly that', () => {
    const stream = createSettlementStream()
    expect(stream.when(form({ collected: 500, refunded: 120, fees: 3, count: 4 }))).toEqual([
      'settlement.created',
    ])
    expect(stream.state()).toMatchObject({
      id: 'stl_1',
      status: 'pending',
      speed: 't0',
      collected: 500,
      refunded: 120,
      net: 377,
      count: 4,
      settle_date: isoDate('2030-01-07'),
      bank_account: null,
    })
    expect(stream.unit()?.claim).toEqual({
      settlement_id: 'stl_1',
      speed: 't0',
      until: MONDAY_8,
      count: 4,
      net: 377,
    })
    expect([...stream.fold.effects.values()]).toMatchObject([
      { id: 'settle:stl_1', kind: 'settle', provider_reference: 'stl1', request: { amount: 377 } },
    ])
  })

  test.each([
    ['nothing', { collected: 100, refunded: 100 }],
    ['less than nothing', { collected: 100, refunded: 60, reversed: 60 }],
    ['fees alone', { fees: 1 }],
  ])('what comes to %s pays nobody', (_, sums) => {
    const stream = createSettlementStream()
    expect(stream.when(form(sums))).toEqual([])
    expect(stream.unit()).toBeNull()
  })

  test('a dispute takes and a won one gives back', () => {
    const stream = createSettlementStream()
    stream.when(form({ collected: 100, disputed: 70, dispute_won: 20 }))
    expect(stream.state().net).toBe(50)
  })

  test('of the bank account it shows no more than the last four digits', () => {
    const bank_account = { name: 'Society', number: '000123456789', ifsc: 'OKBK0000001' }
    const stream = createSettlementStream({ ...ACCOUNT, bank_account })
    stream.when(form({ collected: 100 }))
    expect(stream.state().bank_account).toEqual({
      name: 'Society',
      number: 'XXXXXXXX6789',
      ifsc: 'OKBK0000001',
    })
  })
})

describe('on its way', () => {
  test('the bank answers later, and then it is settled', () => {
    const stream = createSettlementStream()
    stream.when(form({ collected: 100 }))
    expect(stream.when(answer(TAKEN))).toEqual(['settlement.answer_expected'])
    expect(stream.fire('bank_answer:stl_1:0')).toEqual(['settlement.settled'])
    expect(stream.state()).toMatchObject({
      status: 'settled',
      utr: 'SIMBR1',
      settled_at: MONDAY_8 + 10 * SECOND,
    })
  })

  test('a transfer that is refused is asked for again after an hour, under the same reference', () => {
    const stream = createSettlementStream()
    stream.when(form({ collected: 100 }))
    stream.fold.effects.clear()
    expect(stream.when(answer(REFUSED))).toEqual(['settlement.postponed'])
    expect(stream.state().status).toBe('pending')
    expect(stream.fold.timers.get('settlement_retry:stl_1')?.at).toBe(MONDAY_8 + HOUR)
    expect(stream.fire('settlement_retry:stl_1')).toEqual(['settlement.requested'])
    expect([...stream.fold.effects.values()]).toMatchObject([
      { id: 'settle:stl_1', provider_reference: 'stl1', request: { amount: 100 } },
    ])
  })

  test.each([
    ['unknown', { result: 'unknown' }],
    ['not sent', { result: 'not_sent', detail: 'offline' }],
  ] as const)('an answer that is %s changes nothing', (_, outcome) => {
    const stream = createSettlementStream()
    stream.when(form({ collected: 100 }))
    expect(stream.when(answer(outcome))).toEqual([])
  })
})

describe('asked of the bank while it speaks of an earlier sending', () => {
  test.each([
    ['paid', PAID],
    ['refused', REFUSED],
  ] as const)('a transfer that it says it %s is not sent', (_, outcome) => {
    const stream = createSettlementStream()
    stream.when(form({ collected: 100 }))
    const confirm = { type: 'ConfirmSending', effect: stream.sent() } as const
    expect(stream.when(confirm)).toEqual([])
    stream.when(answer(outcome))
    expect(stream.when(confirm)).toEqual(['state_conflict'])
    expect([...stream.fold.effects]).toEqual([])
  })

  test('a refusal said twice is asked again once', () => {
    const stream = createSettlementStream()
    stream.when(form({ collected: 100 }))
    stream.when(answer(REFUSED))
    expect(stream.when(answer(REFUSED))).toEqual([])
    stream.fire('settlement_retry:stl_1')
    expect(stream.when({ type: 'ConfirmSending', effect: stream.sent() })).toEqual([])
  })
})

describe('settled', () => {
  test('nothing that the bank says afterwards changes it', () => {
    const stream = createSettlementStream()
    stream.when(form({ collected: 100 }))
    stream.when(answer(PAID))
    for (const outcome of [PAID, REFUSED, TAKEN]) expect(stream.when(answer(outcome))).toEqual([])
    expect(stream.state().status).toBe('settled')
  })

  test('a retry that was planned before does nothing', () => {
    const stream = createSettlementStream()
    stream.when(form({ collected: 100 }))
    stream.when(answer(REFUSED))
    stream.when(answer(PAID))
    expect(stream.fire('settlement_retry:stl_1')).toEqual([])
  })
})

test('what was never formed is not found', () => {
  expect(createSettlementStream().when(answer(PAID))).toEqual(['not_found'])
})
