import type { Id, IdKind, Instant } from '@upi-autopay/rail'
import type { Account } from '../account/account.ts'
import type { ResourceRow } from '../ports/decision-store.ts'
import type { Movement } from '../ports/movement.ts'
import type { PrivateData } from '../ports/private-data.ts'
import type { Provider } from '../ports/provider.ts'
import type { SettlementClaim } from '../ports/settlement-claim.ts'
import type { Effect, Timer } from '../ports/work-store.ts'
import type { DomainEvent, StreamKind } from './envelope.ts'
import type { Rejection } from './result.ts'

/** What a decider may know besides its state. Pure data and pure functions; time and ids are handed in. */
export interface Facts {
  readonly now: Instant
  readonly account: Account
  readonly provider: Pick<Provider, 'policy' | 'authorizationLink' | 'paymentLink'>
  readonly mint: <K extends IdKind>(kind: K) => Id<K>
}

/** A decider's answer: a refusal, or events with what goes beside the log. */
export type Decision<E extends DomainEvent = DomainEvent> =
  | { readonly ok: true; readonly events: readonly E[]; readonly private?: PrivateData }
  | { readonly ok: false; readonly rejection: Rejection }

/** What follows from events: things to ask of the provider and things to do later. */
export interface Reaction {
  readonly effects: readonly EffectDraft[]
  readonly timers: readonly TimerDraft[]
  readonly timers_cleared: readonly string[]
  /** Ids of effects that are no longer to be sent. */
  readonly effects_withdrawn: readonly string[]
  /** Money that moved for good. */
  readonly movements?: readonly Movement[]
  /** Movements that a settlement takes. */
  readonly claim?: SettlementClaim
}

export type EffectDraft = Omit<Effect, 'tenant' | 'stream' | 'stream_kind'>
export type TimerDraft = Omit<Timer, 'tenant' | 'stream' | 'stream_kind'>

/**
 * A unit of consistency: a decision state and four pure functions.
 * `decide` judges a command, `evolve` applies an event, `react` says what follows, `rows` what readers see.
 */
export interface Aggregate<S, C, E extends DomainEvent> {
  readonly kind: StreamKind
  decide(state: S | null, command: C, facts: Facts, beside: PrivateData): Decision<E>
  evolve(state: S | null, event: E, at: Instant): S
  react(state: S, event: E, at: Instant): Reaction
  /** The record that an event speaks of; undefined before its creation. */
  record(state: S | null, event: E): ResourceRecord | undefined
  /** The rows that the events moved, after them. */
  rows(state: S, events: readonly E[]): ResourceRow[]
  /** The state to store: what is open and the counters, not years of debits. */
  prune(state: S, at: Instant): S
  /** Puts back the resource that a command addresses, when it is closed and lives in its row only. */
  restore(state: S, row: ResourceRow): S
  /** What else a command about the resource of a row needs, and the state no longer holds. */
  lacks?(state: S, row: ResourceRow): readonly Pick<ResourceRow, 'kind' | 'id'>[]
}

/** What every resource's record has. */
export interface ResourceRecord {
  readonly id: string
  readonly status: string
  /** Merchants are not told of its events one by one. */
  readonly quiet?: boolean
}

export const NO_REACTION: Reaction = {
  effects: [],
  timers: [],
  timers_cleared: [],
  effects_withdrawn: [],
}
