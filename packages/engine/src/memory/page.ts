import type { Page, PageQuery } from '../ports/resource-store.ts'
import { firstAtOrAfter } from './sorted-ids.ts'

/**
 * One page out of an ascending list of ids, newest first.
 *
 * @param read gives the item of an id, or null where the filters leave it out
 */
export function pageOf<T>(
  ids: readonly string[],
  query: PageQuery,
  read: (id: string) => T | null,
): Page<T> {
  const end = query.after === undefined ? ids.length : firstAtOrAfter(ids, query.after)
  const start = query.before === undefined ? 0 : firstAfter(ids, query.before)
  const upwards = query.before !== undefined && query.after === undefined
  const items: T[] = []
  for (let step = 0; step < end - start; step++) {
    const id = ids[upwards ? start + step : end - 1 - step]
    const item = id === undefined ? null : read(id)
    if (item === null) continue
    if (items.length === query.limit) return { items: newestFirst(items, upwards), has_more: true }
    items.push(item)
  }
  return { items: newestFirst(items, upwards), has_more: false }
}

function newestFirst<T>(items: T[], upwards: boolean): T[] {
  return upwards ? items.reverse() : items
}

function firstAfter(ids: readonly string[], id: string): number {
  const at = firstAtOrAfter(ids, id)
  return ids[at] === id ? at + 1 : at
}
