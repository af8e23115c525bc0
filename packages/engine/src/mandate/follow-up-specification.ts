import type { Instant } from '@upi-autopay/rail'
import type { Decision } from '../kernel/aggregate.ts'
import type { Rejection } from '../kernel/result.ts'
import type { Stream } from './decider-specification.ts'
import type { MandateStreamEvent } from './events.ts'

/** What a decision says and all that follows from it. */
export interface FollowUp {
  /** The events with what they carry. */
  readonly said: readonly (readonly [type: string, data: unknown])[]
  /** The timers that it moved: the moment of each, null where it is set no more. */
  readonly timers: Readonly<Record<string, Instant | null>>
  /** What the provider is asked. */
  readonly asked: readonly string[]
  /** What the provider is not to be asked any more. */
  readonly withdrawn: readonly string[]
}

/** Lets a stream decide, and answers with all that came of it. */
export function followUp(
  stream: Stream,
  decide: (stream: Stream) => Decision<MandateStreamEvent>,
): FollowUp {
  const timers = new Map(stream.timers)
  const effects = new Set(stream.effects.keys())
  const withdrawn = new Set(stream.withdrawn)
  const decision = decide(stream)
  if (!decision.ok) throw new Error(`refused: ${decision.rejection.detail}`)
  return {
    said: decision.events.map(({ type, data }) => [type, data]),
    timers: Object.fromEntries(
      [...stream.timers]
        .filter(([key, timer]) => timers.get(key)?.at !== timer?.at || !timers.has(key))
        .map(([key, timer]) => [key, timer?.at ?? null]),
    ),
    asked: [...stream.effects.keys()].filter((id) => !effects.has(id)),
    withdrawn: [
      ...[...effects].filter((id) => !stream.effects.has(id)),
      ...[...stream.withdrawn].filter((id) => !withdrawn.has(id)),
    ],
  }
}

/** The refusal of a decision. */
export function refusal(decision: Decision<MandateStreamEvent>): Rejection {
  if (decision.ok) throw new Error(`said: ${decision.events.map(({ type }) => type).join()}`)
  return decision.rejection
}
