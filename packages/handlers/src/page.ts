import type { Page, PageQuery } from '@upi-autopay/engine'
import { tenantOf } from '@upi-autopay/engine'
import { type Instant, toInstant } from '@upi-autopay/rail'
import type { Call } from './call.ts'

/** Which page a request asks for. */
export interface PageRequest {
  readonly limit: number
  readonly after?: string | undefined
  readonly before?: string | undefined
}

/** Whose list, and which page of it. */
export function pageQuery(call: Call, { limit, after, before }: PageRequest): PageQuery {
  return {
    tenant: tenantOf(call.account),
    limit,
    ...(after !== undefined && { after }),
    ...(before !== undefined && { before }),
  }
}

/** The list envelope of a page; the cursor is the id of its last item. */
export function listOf<T extends { readonly id: string }>(
  page: Page<unknown>,
  data: T[],
): { object: 'list'; data: T[]; has_more: boolean; next_cursor: string | null } {
  const last = data[data.length - 1]
  return {
    object: 'list',
    data,
    has_more: page.has_more,
    next_cursor: page.has_more && last !== undefined ? last.id : null,
  }
}

/** Filters by what a resource was made by: they are found by its links. */
const LINKS: ReadonlySet<string> = new Set(['batch_id', 'schedule_id'])

/** Leaves out the filters that were not given, and reads the instants among them. */
export function filters<T extends Record<string, string | undefined>>(
  given: T & { created_from?: string | undefined; created_until?: string | undefined },
): { [K in Exclude<keyof T, 'created_from' | 'created_until'>]?: string } & {
  created_from?: Instant
  created_until?: Instant
} {
  const entries = Object.entries(given).flatMap(([name, value]): [string, string | Instant][] => {
    if (value === undefined) return []
    return [
      [
        name,
        name === 'created_from' || name === 'created_until' ? toInstant(Date.parse(value)) : value,
      ],
    ]
  })
  // Nothing was made by two things: asked for both, no link is equal to the text of both.
  const links = entries.filter(([name]) => LINKS.has(name)).map(([, id]) => id)
  const columns = entries.filter(([name]) => !LINKS.has(name))
  const wanted = links.length === 0 ? columns : [...columns, ['link', links.join(' ')] as const]
  return Object.fromEntries(wanted) as ReturnType<typeof filters<T>>
}
