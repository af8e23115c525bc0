import type { Instant } from '@upi-autopay/rail'
import type { Aggregate, Decision, Facts } from './aggregate.ts'
import type { DomainEvent } from './envelope.ts'
import { applyDecision, type Fold } from './fold.ts'
import type { FireTimer } from './work-commands.ts'

/** How tests drive a stream: given what came before, when, then. Time moves where a test waits or a timer fires. */
export interface Steps<Stream, C, E extends DomainEvent> {
  wait(ms: number): Stream
  /** Decides, and applies what was accepted. */
  when(command: C): Decision<E>
  /** The same where nothing but acceptance will do. */
  given(command: C): Stream
  /** Fires a timer at its moment. */
  fire(key: string): Decision<E>
}

type Driven<Own, C, E extends DomainEvent> = Own & Steps<Driven<Own, C, E>, C, E>

/** Gives a stream its steps. `own` holds what else its tests look at, and the moment at which it stands. */
export function drive<S, C, E extends DomainEvent, Own extends { at: Instant }>(
  aggregate: Aggregate<S, C | FireTimer, E>,
  fold: Fold<S>,
  factsNow: () => Facts,
  own: Own,
): Driven<Own, C | FireTimer, E> {
  const stream: Driven<Own, C | FireTimer, E> = Object.assign(own, {
    wait(ms: number) {
      own.at = (own.at + ms) as Instant
      return stream
    },
    when(command: C | FireTimer) {
      const facts = factsNow()
      const decision = aggregate.decide(fold.state, command, facts, fold.private)
      if (decision.ok) applyDecision(aggregate, fold, decision, { facts, cause: 'test' })
      return decision
    },
    given(command: C | FireTimer) {
      const decision = stream.when(command)
      if (!decision.ok)
        throw new Error(`refused: ${decision.rejection.code}: ${decision.rejection.detail}`)
      return stream
    },
    fire(key: string) {
      const timer = fold.timers.get(key)
      if (timer === undefined || timer === null) throw new Error(`no timer ${key}`)
      own.at = timer.at
      fold.timers.set(key, null)
      return stream.when({ type: 'FireTimer', timer })
    },
  })
  return stream
}
