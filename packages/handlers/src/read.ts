import { type ReadRow, type ResourceQuery, tenantOf } from '@upi-autopay/engine'
import type { ResourceKind } from '@upi-autopay/rail'
import type { Refusal } from './answer.ts'
import type { Call } from './call.ts'
import { etagOf, revisionsIn } from './etag.ts'
import { filters, listOf, type PageRequest, pageQuery } from './page.ts'
import { problemContext, renderContext } from './perform.ts'
import type { RenderContext } from './render/context.ts'
import { refuse, refuseRejection } from './render/problem.ts'

/** A row, with what stands beside it, as merchants read it. */
export type Show<T> = (row: ReadRow, context: RenderContext) => T

/** A resource of the caller's; null when there is none, or when it is another's. */
export function read(call: Call, kind: ResourceKind, id: string): Promise<ReadRow | null> {
  return call.deps.engine.deps.store.resources.get({ tenant: tenantOf(call.account), kind, id })
}

/** The answer that shows one resource, with its revision as the ETag. */
export async function showOne<T>(
  call: Call,
  { kind, id }: { kind: ResourceKind; id: string },
  show: Show<T>,
): Promise<{ status: 200; body: T; headers: { ETag: string } } | Refusal> {
  const found = await read(call, kind, id)
  if (found === null) return refuseMissing(call, kind, id)
  const headers = { ETag: etagOf(found.row.revision) }
  return { status: 200, body: show(found, renderContext(call)), headers }
}

/** The answer that shows one page of the resources that the query lets through. */
export async function showPage<T extends { readonly id: string }>(
  call: Call,
  kind: ResourceQuery['kind'],
  { limit, after, before, ...wanted }: PageRequest & Record<string, string | number | undefined>,
  show: Show<T>,
): Promise<{ status: 200; body: ReturnType<typeof listOf<T>> }> {
  const page = await call.deps.engine.deps.store.resources.list({
    ...pageQuery(call, { limit, after, before }),
    ...filters(wanted as Record<string, string | undefined>),
    kind,
  })
  const context = renderContext(call)
  const data = page.items.map((row) => show(row, context))
  return { status: 200, body: listOf(page, data) }
}

/** The same answer for what does not exist and for what belongs to another. */
export function refuseMissing(call: Call, kind: string, id: string): Refusal {
  return refuse(problemContext(call), 'not_found', `There is no ${kind.replace('_', ' ')} ${id}.`)
}

/** The stage 412 of what the engine does not decide as a change of a stream; null where the version will do. */
export function refuseStale(
  call: Call,
  { kind, id, revision }: { kind: string; id: string; revision: number },
): Refusal | null {
  const known = revisionsIn(call.if_match)
  if (known === undefined || known.includes(revision)) return null
  const what = `${kind.replace('_', ' ')} ${id}`
  return refuseRejection(problemContext(call), {
    code: 'precondition_failed',
    detail: `If-Match names another version of ${what} than the present one, "${revision}".`,
    revision,
  })
}
