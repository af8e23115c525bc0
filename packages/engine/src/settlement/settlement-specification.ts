import type { Instant } from '@upi-autopay/rail'
import type { Decision, Facts } from '../kernel/aggregate.ts'
import { applyDecision, beginFold, type Fold, unitOf } from '../kernel/fold.ts'
import { createSeededIds } from '../kernel/ids.ts'
import { ACCOUNT, HOUR, MONDAY_8, POLICY, SECOND } from '../mandate/decider-specification.ts'
import type { Outcome } from '../ports/outcome.ts'
import type { DueMovements } from '../ports/settlement-store.ts'
import type { Effect } from '../ports/work-store.ts'
import { settlementAggregate } from './aggregate.ts'
import type { Settlement, SettlementCommand, SettlementEvent } from './settlement.ts'

/** The bank has made the transfer. */
export const PAID: Outcome = { result: 'accepted', state: 'done', references: { utr: 'SIMBR1' } }
/** It will have made it in ten seconds. */
export const TAKEN: Outcome = {
  result: 'accepted',
  state: 'acknowledged',
  later: [{ after_ms: 10 * SECOND, outcome: PAID }],
}
export const REFUSED: Outcome = {
  result: 'declined',
  provider_code: 'account_closed',
  npci_code: null,
}

/** What a test drives: one settlement's stream. */
export interface SettlementStream {
  readonly fold: Fold<Settlement>
  state(): Settlement
  unit(): ReturnType<typeof unitOf>
  /** The types of the events, or the code of the refusal. */
  when(command: SettlementCommand): string[]
  /** The same with all that was decided. */
  decided(command: SettlementCommand): Decision<SettlementEvent>
  fire(key: string): string[]
  /** The transfer that goes to the bank. */
  sent(): Effect
}

/** One settlement's stream, driven by commands; time moves where a timer fires. */
export function createSettlementStream(account = ACCOUNT): SettlementStream {
  const ids = createSeededIds(7)
  let now = MONDAY_8
  const fold: Fold<Settlement> = beginFold<Settlement>(
    { merchant_id: 'mer_1', mode: 'test' },
    'stl_1',
    { version: 0, state: null, private: {} },
  )
  const stream: SettlementStream = {
    fold,
    state: () => fold.state as Settlement,
    unit: () => unitOf(settlementAggregate, fold, now),
    when(command) {
      const decision = stream.decided(command)
      return decision.ok ? decision.events.map(({ type }) => type) : [decision.rejection.code]
    },
    decided(command) {
      const facts: Facts = {
        now,
        account,
        provider: { policy: POLICY, authorizationLink: null, paymentLink: null },
        mint: (kind) => ids.mint(kind, now),
      }
      const decision = settlementAggregate.decide(fold.state, command, facts, {})
      if (decision.ok) applyDecision(settlementAggregate, fold, decision, { facts, cause: 'test' })
      return decision
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

/** Makes a settlement of what has come due since an hour ago. */
export function form(sums: Partial<DueMovements['sums']>): SettlementCommand {
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

/** What the bank says of the transfer. */
export function answer(outcome: Outcome): SettlementCommand {
  return {
    type: 'RecordOutcome',
    resource_kind: 'settlement',
    resource_id: 'stl_1',
    attempt: null,
    outcome,
  }
}
