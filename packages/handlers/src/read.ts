import { type ReadRow, tenantOf } from '@upi-autopay/engine'
import type { ResourceKind } from '@upi-autopay/rail'
import type { Refusal } from './answer.ts'
import type { Call } from './call.ts'
import { problemContext } from './perform.ts'
import { refuse } from './render/problem.ts'

/** A resource of the caller's; null when there is none, or when it is another's. */
export function read(call: Call, kind: ResourceKind, id: string): Promise<ReadRow | null> {
  return call.deps.engine.deps.store.resources.get({ tenant: tenantOf(call.account), kind, id })
}

/** The same answer for what does not exist and for what belongs to another. */
export function refuseMissing(call: Call, kind: string, id: string): Refusal {
  return refuse(problemContext(call), 'not_found', `There is no ${kind} ${id}.`)
}
