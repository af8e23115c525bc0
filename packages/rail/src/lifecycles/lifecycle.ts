import type { SourceKey } from '../rules/sources.ts'
import type { Actor } from '../vocabulary.ts'

/**
 * One transition of a lifecycle: in state `from`, the event `on` leads to `to`.
 * `from: null` is creation. Events are the stored log's types; `public` ones are told to merchants.
 */
export interface Transition<S extends string = string> {
  readonly from: S | null
  readonly on: string
  readonly to: S
  /** Who may make it happen. */
  readonly by: readonly Actor[]
  /** Rule ids that govern the transition. */
  readonly rules?: readonly string[]
  readonly source: SourceKey
  /** False for events that stay inside. */
  readonly public: boolean
  /** A transition out of a terminal state, allowed because reality corrected us. */
  readonly correction?: true
}

/** A whole lifecycle: its transitions, its terminal states, and which action a caller may ask for in which state. */
export interface Lifecycle<S extends string = string> {
  readonly resource: string
  readonly statuses: readonly S[]
  readonly terminal: readonly S[]
  readonly transitions: readonly Transition<S>[]
  /** What a merchant may ask for in a state; shown as `allowed_actions`. */
  readonly actions: Readonly<Partial<Record<S, readonly string[]>>>
}
