import {
  findTransition,
  type Instant,
  isPublicEventType,
  LIFECYCLES,
  type Lifecycle,
  settleAt,
} from '@upi-autopay/rail'
import type { ResourceRow, StoredAnswer, Unit } from '../ports/decision-store.ts'
import type { BookedMovement } from '../ports/movement.ts'
import type { PrivateData } from '../ports/private-data.ts'
import type { SettlementClaim } from '../ports/settlement-claim.ts'
import type { Effect, Timer } from '../ports/work-store.ts'
import type { Aggregate, Decision, Facts } from './aggregate.ts'
import type { DomainEvent, LoggedEvent, StreamKind, Tenant } from './envelope.ts'

/** A stream while commands are being applied to it: what it was, what it became, what is to be written. */
export interface Fold<S> {
  readonly tenant: Tenant
  readonly stream: string
  readonly loaded_version: number
  state: S | null
  private: PrivateData
  private_changed: boolean
  readonly logged: LoggedEvent[]
  /** What readers see of it: the rows moved so far, each as it stands, by id. */
  readonly rows: Map<string, ResourceRow>
  readonly timers: Map<string, Timer | null>
  readonly timers_fired: Pick<Timer, 'key' | 'at'>[]
  readonly effects: Map<string, Effect>
  readonly effects_done: Set<string>
  readonly answers: StoredAnswer[]
  readonly movements: BookedMovement[]
  claim: SettlementClaim | null
}

/** A fold over a stream as loaded, or over nothing yet. */
export function beginFold<S>(
  tenant: Tenant,
  stream: string,
  from: { version: number; state: S | null; private: PrivateData },
): Fold<S> {
  return {
    tenant,
    stream,
    loaded_version: from.version,
    state: from.state,
    private: from.private,
    private_changed: false,
    logged: [],
    rows: new Map(),
    timers: new Map(),
    timers_fired: [],
    effects: new Map(),
    effects_done: new Set(),
    answers: [],
    movements: [],
    claim: null,
  }
}

/**
 * Applies an accepted decision: evolves the state and collects what follows. Every event must be a row of its
 * lifecycle. Answers the rows that the decision moved.
 */
export function applyDecision<S, C, E extends DomainEvent>(
  aggregate: Aggregate<S, C, E>,
  fold: Fold<S>,
  decision: Extract<Decision<E>, { ok: true }>,
  { facts, cause, traceparent }: { facts: Facts; cause: string; traceparent?: string | undefined },
): readonly ResourceRow[] {
  if (decision.private !== undefined) {
    fold.private = decision.private
    fold.private_changed = true
  }
  for (const event of decision.events) {
    const before = aggregate.record(fold.state, event)?.status ?? null
    const state = aggregate.evolve(fold.state, event, facts.now)
    const record = aggregate.record(state, event)
    assertTransition(event, before, record?.status)
    fold.state = state
    const told = isPublicEventType(event.type) && record?.quiet !== true
    fold.logged.push({
      ...event,
      id: facts.mint('event'),
      stream: fold.stream,
      version: fold.loaded_version + fold.logged.length + 1,
      at: facts.now,
      cause,
      ...(traceparent !== undefined && { traceparent }),
      public: told,
      object: told ? record : null,
    })
    followUp(aggregate, fold, event, facts)
  }
  const moved = fold.state === null ? [] : aggregate.rows(fold.state, decision.events)
  for (const row of moved) fold.rows.set(row.id, row)
  return moved
}

/** The unit to commit; null when there is nothing to write. */
export function unitOf<S, C, E extends DomainEvent>(
  aggregate: Aggregate<S, C, E>,
  fold: Fold<S>,
  at: Instant,
): Unit | null {
  const timers: Timer[] = []
  const cleared: string[] = []
  for (const [key, timer] of fold.timers) {
    if (timer === null) cleared.push(key)
    else timers.push(timer)
  }
  const idle = fold.logged.length === 0 && fold.answers.length === 0 && !fold.private_changed
  const done = cleared.length + fold.timers_fired.length + fold.effects_done.size
  if (fold.state === null || (idle && done === 0)) return null
  return {
    tenant: fold.tenant,
    stream: fold.stream,
    kind: aggregate.kind,
    expected_version: fold.loaded_version,
    events: fold.logged,
    state: aggregate.prune(fold.state, at),
    ...(fold.private_changed && { private: fold.private }),
    rows: [...fold.rows.values()],
    effects: [...fold.effects.values()],
    effects_done: [...fold.effects_done],
    timers,
    timers_cleared: cleared,
    timers_fired: fold.timers_fired,
    answers: fold.answers,
    movements: fold.movements,
    ...(fold.claim !== null && { claim: fold.claim }),
  }
}

function followUp<S, C, E extends DomainEvent>(
  aggregate: Aggregate<S, C, E>,
  fold: Fold<S>,
  event: E,
  { now, provider }: Facts,
): void {
  if (fold.state === null) return
  const beside = ownership(fold, aggregate.kind)
  const reaction = aggregate.react(fold.state, event, now)
  for (const key of reaction.timers_cleared) fold.timers.set(key, null)
  for (const timer of reaction.timers) fold.timers.set(timer.key, { ...timer, ...beside })
  for (const id of reaction.effects_withdrawn) {
    // One that was asked for in this very fold was never written; otherwise its row goes.
    if (!fold.effects.delete(id)) fold.effects_done.add(id)
  }
  for (const effect of reaction.effects) fold.effects.set(effect.id, { ...effect, ...beside })
  for (const movement of reaction.movements ?? []) {
    const settle_at = settleAt(movement, provider.policy)
    fold.movements.push({ ...movement, rrn: movement.rrn ?? null, settle_at })
  }
  fold.claim = reaction.claim ?? fold.claim
}

function ownership(
  fold: { tenant: Tenant; stream: string },
  stream_kind: StreamKind,
): Pick<Timer, 'tenant' | 'stream' | 'stream_kind'> {
  return { tenant: fold.tenant, stream: fold.stream, stream_kind }
}

/** A decider that emits what its table does not allow is a bug, and is stopped before anything is written. */
function assertTransition(
  event: DomainEvent,
  before: string | null,
  after: string | undefined,
): void {
  const lifecycle: Lifecycle = LIFECYCLES[event.resource_kind]
  const row = findTransition(lifecycle, before, event.type)
  if (row === null || row.to !== after) {
    throw new Error(
      `${event.type} from ${before ?? 'nothing'} to ${after ?? 'nothing'} is no row of the ${event.resource_kind} lifecycle`,
    )
  }
}
