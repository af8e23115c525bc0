import type { Instant } from '@upi-autopay/rail'
import type { Aggregate, Decision, Facts } from '../kernel/aggregate.ts'
import type { DomainEvent, LoggedEvent } from '../kernel/envelope.ts'
import { beginFold } from '../kernel/fold.ts'
import { createSeededIds } from '../kernel/ids.ts'
import { drive, type Steps } from '../kernel/stream-specification.ts'
import type { FireTimer } from '../kernel/work-commands.ts'
import { ACCOUNT, MONDAY_8, POLICY } from '../mandate/decider-specification.ts'
import type { BookedMovement } from '../ports/movement.ts'
import type { Effect, Timer } from '../ports/work-store.ts'
import type { CollectedSource } from './collected.ts'

/** A payment of ₹300, paid on Monday at 8. */
export const PAYMENT: CollectedSource = {
  kind: 'payment',
  id: 'pay_1',
  status: 'succeeded',
  allowed_actions: ['refund'],
  mandate_id: null,
  collected_at: MONDAY_8,
  settlement: 't1',
  provider_reference: 'pay1',
  rrn: '000000000001',
  amount_collected: 300_00,
  amount_refunded: 0,
  amount_refund_pending: 0,
  amount_disputed: 0,
}

/** A debit of ₹300 under a mandate, collected at its second attempt on Monday at 8. */
export const DEBIT: CollectedSource = {
  ...PAYMENT,
  kind: 'presentation',
  id: 'prs_1',
  mandate_id: 'mdt_1',
  settlement: 't0',
  provider_reference: 'prs1a2',
  rrn: '000000000002',
}

/** One thing that is taken back, with what it is taken from, driven by commands at chosen moments. */
export interface TakenBackStream<S, C, E extends DomainEvent>
  extends Steps<TakenBackStream<S, C, E>, C, E> {
  at: Instant
  readonly timers: ReadonlyMap<string, Timer | null>
  readonly effects: ReadonlyMap<string, Effect>
  readonly movements: readonly BookedMovement[]
  logged(): readonly LoggedEvent[]
  state(): S
}

/** Begins with what was collected, as the stream of a mandate or a payment holds it. */
export function createTakenBackStream<S, C, E extends DomainEvent>(
  aggregate: Aggregate<S, C | FireTimer, E>,
  begun: S,
  policy: Partial<Facts['provider']['policy']> = {},
): TakenBackStream<S, C | FireTimer, E> {
  const ids = createSeededIds(7)
  const fold = beginFold<S>({ merchant_id: 'mer_1', mode: 'test' }, 'pay_1', {
    version: 1,
    state: begun,
    private: {},
  })
  const factsAt = (now: Instant): Facts => ({
    now,
    account: ACCOUNT,
    provider: {
      policy: { ...POLICY, refund_window_days: 30, ...policy },
      authorizationLink: null,
      paymentLink: null,
    },
    mint: (kind) => ids.mint(kind, now),
  })
  const stream: TakenBackStream<S, C | FireTimer, E> = drive(
    aggregate,
    fold,
    () => factsAt(stream.at),
    {
      at: MONDAY_8 as Instant,
      timers: fold.timers,
      effects: fold.effects,
      movements: fold.movements,
      logged: () => fold.logged,
      state: () => fold.state as S,
    },
  )
  return stream
}

/** What a decision says: its events with their data, or the refusal. */
export function said(decision: Decision): unknown {
  return decision.ok
    ? decision.events.map(({ type, data }) => [type, data])
    : { ...decision.rejection }
}
