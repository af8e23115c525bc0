import type { Lifecycle, Transition } from './lifecycle.ts'

/** The row that lets the event `on` happen in state `from` (null: creation); null when no row does. */
export function findTransition<S extends string>(
  lifecycle: Lifecycle<S>,
  from: S | null,
  on: string,
): Transition<S> | null {
  return lifecycle.transitions.find((row) => row.from === from && row.on === on) ?? null
}
