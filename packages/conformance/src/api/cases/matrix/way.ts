import type { Actor, LifecycleKind } from '@upi-autopay/rail'
import type { World } from '../../case.ts'
import type { OperationRequest } from '../../driver.ts'
import type { OperationName } from '../../operations.ts'

/** A resource as the API shows it; ways and questions read of it what they need. */
export interface Subject {
  readonly id: string
  readonly mandate_id?: string | null
}

/** One way to bring a fresh resource into a status, over the API alone. */
export interface Way {
  readonly status: string
  /** What else is true of it, where that changes what it takes: `whose outcome is unknown`. */
  readonly which?: string
  /** What it takes, where that is not the row of its table. */
  readonly offers?: readonly string[]
  /** Actions that a rule refuses, with the code: they depend on more than the state. */
  readonly ruledOut?: Readonly<Record<string, string>>
  /** What payer, bank and rail may do, where that is not what the transitions of its table say. */
  readonly others?: readonly string[]
  bring(world: World): Promise<Subject>
}

/** How an action is asked for: the operation, and a request that breaks no rule. */
export type Ask = (
  subject: Subject,
  world: World,
) => readonly [operation: OperationName, request: OperationRequest]

/** What someone else than the merchant does, as the sandbox has it: the event that comes of it, and whose it is. */
export interface Deed {
  readonly by: Actor
  readonly on: string
  readonly ask: Ask
}

/** All that the matrix knows of one resource; what its states take it reads from the lifecycle. */
export interface Row {
  readonly kind: LifecycleKind
  readonly read: OperationName
  readonly ask: Readonly<Record<string, Ask>>
  /** What payer, bank and rail do, each as a sentence goes on after `can be`. */
  readonly others?: Readonly<Record<string, Deed>>
  readonly ways: readonly Way[]
  /** Statuses that no call and no movement of the test clock leads to, with the reason. */
  readonly unreached?: Readonly<Record<string, string>>
  /** Actions that, asked of what they have already brought about, answer calmly and change nothing; by status. */
  readonly calm?: Readonly<Record<string, readonly string[]>>
}

/** Asks for an action that needs nothing but the id. */
export function ask(operation: OperationName, body?: object): Ask {
  return ({ id }) => [operation, { params: { id }, ...(body !== undefined && { body }) }]
}
