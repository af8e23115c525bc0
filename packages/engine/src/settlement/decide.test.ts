import { type Instant, isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import { applyDecision, beginFold, type Fold, unitOf } from '../kernel/fold.ts'
import { createSeededIds } from '../kernel/ids.ts'
import { ACCOUNT, HOUR, MONDAY_8, POLICY, SECOND } from '../mandate/decider-specification.ts'
import type { Outcome } from '../ports/outcome.ts'
import type { DueMovements } from '../ports/settlement-store.ts'
import type { Effect } from '../ports/work-store.ts'
import { settlementAggregate } from './aggregate.ts'
import type { Settlement, SettlementCommand } from './settlement.ts'

const PAID: Outcome = { result: 'accepted', state: 'done', references: { utr: 'SIMBR1' } }
const TAKEN: Outcome = {
  result: 'accepted',
  state: 'acknowledged',
  later: [{ after_ms: 10 * SECOND, outcome: PAID }],
}
const REFUSED: Outcome = { result: 'declined', provider_code: 'account_closed', npci_code: null }

describe('forming', () => {
  test('what is due becomes a settlement that claims exactly that', () => {
    const stream = createStream()
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
    const stream = createStream()
    expect(stream.when(form(sums))).toEqual([])
    expect(stream.unit()).toBeNull()
  })

  test('a dispute takes and a won one gives back', () => {
    const stream = createStream()
    stream.when(form({ collected: 100, disputed: 70, dispute_won: 20 }))
    expect(stream.state().net).toBe(50)
  })

  test('of the bank account it shows no more than the last four digits', () => {
    const bank_account = { name: 'Society', number: '000123456789', ifsc: 'OKBK0000001' }
    const stream = createStream({ ...ACCOUNT, bank_account })
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
    const stream = createStream()
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
    const stream = createStream()
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
    const stream = createStream()
    stream.when(form({ collected: 100 }))
    expect(stream.when(answer(outcome))).toEqual([])
  })
})

describe('asked of the bank while it speaks of an earlier sending', () => {
  test.each([
    ['paid', PAID],
    ['refused', REFUSED],
  ] as const)('a transfer that it says it %s is not sent', (_, outcome) => {
    const stream = createStream()
    stream.when(form({ collected: 100 }))
    const confirm = { type: 'ConfirmSending', effect: stream.sent() } as const
    expect(stream.when(confirm)).toEqual([])
    stream.when(answer(outcome))
    expect(stream.when(confirm)).toEqual(['state_conflict'])
    expect([...stream.fold.effects]).toEqual([])
  })

  test('a refusal said twice is asked again once', () => {
    const stream = createStream()
    stream.when(form({ collected: 100 }))
    stream.when(answer(REFUSED))
    expect(stream.when(answer(REFUSED))).toEqual([])
    stream.fire('settlement_retry:stl_1')
    expect(stream.when({ type: 'ConfirmSending', effect: stream.sent() })).toEqual([])
  })
})

describe('settled', () => {
  test('nothing that the bank says afterwards changes it', () => {
    const stream = createStream()
    stream.when(form({ collected: 100 }))
    stream.when(answer(PAID))
    for (const outcome of [PAID, REFUSED, TAKEN]) expect(stream.when(answer(outcome))).toEqual([])
    expect(stream.state().status).toBe('settled')
  })

  test('a retry that was planned before does nothing', () => {
    const stream = createStream()
    stream.when(form({ collected: 100 }))
    stream.when(answer(REFUSED))
    stream.when(answer(PAID))
    expect(stream.fire('settlement_retry:stl_1')).toEqual([])
  })
})

test('what was never formed is not found', () => {
  expect(createStream().when(answer(PAID))).toEqual(['not_found'])
})

interface Stream {
  readonly fold: Fold<Settlement>
  state(): Settlement
  unit(): ReturnType<typeof unitOf>
  /** The types of the events, or the code of the refusal. */
  when(command: SettlementCommand): string[]
  fire(key: string): string[]
  /** The transfer that goes to the bank. */
  sent(): Effect
}

function createStream(account = ACCOUNT): Stream {
  const ids = createSeededIds(7)
  let now = MONDAY_8
  const fold: Fold<Settlement> = beginFold<Settlement>(
    { merchant_id: 'mer_1', mode: 'test' },
    'stl_1',
    { version: 0, state: null, private: {} },
  )
  const stream: Stream = {
    fold,
    state: () => fold.state as Settlement,
    unit: () => unitOf(settlementAggregate, fold, now),
    when(command) {
      const facts = {
        now,
        account,
        provider: { policy: POLICY, authorizationLink: null, paymentLink: null },
        mint: (kind: Parameters<typeof ids.mint>[0]) => ids.mint(kind, now),
      } as Parameters<typeof settlementAggregate.decide>[2]
      const decision = settlementAggregate.decide(fold.state, command, facts, {})
      if (!decision.ok) return [decision.rejection.code]
      applyDecision(settlementAggregate, fold, decision, { facts, cause: 'test' })
      return decision.events.map(({ type }) => type)
    },
    sent() {
      const effect = fold.effects.get('settle:stl_1')
      if (effect === undefined) throw new Error('nothing is asked of the bank')
      return effect
    },
    fire(key) {
      const timer = fold.timers.get(key)
      if (timer === undefined || timer === null) throw new Error(`no timer ${key}`)
      now = timer.at
      return stream.when({ type: 'FireTimer', timer })
    },
  }
  return stream
}

function form(sums: Partial<DueMovements['sums']>): SettlementCommand {
  const nothing = { collected: 0, refunded: 0, reversed: 0, disputed: 0, dispute_won: 0, fees: 0 }
  return {
    type: 'FormSettlement',
    id: 'stl_1',
    due: {
      speed: 't0',
      until: MONDAY_8,
      sums: { ...nothing, count: 1, ...sums },
      first_at: (MONDAY_8 - HOUR) as Instant,
      last_at: MONDAY_8,
    },
  }
}

function answer(outcome: Outcome): SettlementCommand {
  return {
    type: 'RecordOutcome',
    resource_kind: 'settlement',
    resource_id: 'stl_1',
    attempt: null,
    outcome,
  }
}
