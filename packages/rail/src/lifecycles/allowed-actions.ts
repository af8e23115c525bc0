import { LIFECYCLES } from './index-table.ts'
import type { Lifecycle } from './lifecycle.ts'

/** Resources that have a lifecycle. */
export type LifecycleKind = keyof typeof LIFECYCLES

/** What a merchant may ask for while a resource is in a state; shown as `allowed_actions`. */
export function allowedActions(kind: LifecycleKind, status: string): readonly string[] {
  const { actions }: Lifecycle = LIFECYCLES[kind]
  return actions[status] ?? []
}

/** Whether a merchant may ask for an action while a resource is in a state. */
export function canDo(kind: LifecycleKind, status: string, action: string): boolean {
  return allowedActions(kind, status).includes(action)
}

/** Whether nothing but a correction leads out of a state. */
export function isTerminal(kind: LifecycleKind, status: string): boolean {
  const { terminal }: Lifecycle = LIFECYCLES[kind]
  return terminal.includes(status)
}
