import type { Page, PageQuery } from '@upi-autopay/engine'
import type { Driver } from '../drivers/driver.ts'

/** One filter of a list: a condition over its own parameter. */
export interface Filter {
  /** Names the filter in the statement's name. */
  readonly letter: string
  readonly sql: (parameter: string) => string
  readonly value: unknown
}

/**
 * Reads one page, newest first. Filters that are not given are not in the statement, so that each combination is
 * planned for itself.
 *
 * @param list name of the list, its select with `$1` and `$2` for merchant and mode, and the column of its id
 */
export async function readPage<Row, T>(
  driver: Driver,
  list: { readonly name: string; readonly select: string; readonly id: string },
  query: PageQuery,
  filters: readonly Filter[],
  itemOf: (row: Row) => T,
): Promise<Page<T>> {
  const upwards = query.before !== undefined && query.after === undefined
  const all = [
    ...filters.filter(({ value }) => value !== undefined),
    ...cursor('A', query.after, (parameter) => `${list.id} < ${parameter}`),
    ...cursor('B', query.before, (parameter) => `${list.id} > ${parameter}`),
  ]
  const conditions = all.map(({ sql }, index) => `and ${sql(`$${index + 4}`)}`)
  const statement = {
    name: `${list.name}_${all.map(({ letter }) => letter).join('')}`,
    text: `${list.select}\n${conditions.join('\n')}\norder by ${list.id} ${upwards ? 'asc' : 'desc'} limit $3`,
  }
  const { merchant_id, mode } = query.tenant
  const rows = await driver.query<Row>(statement, [
    merchant_id,
    mode,
    query.limit + 1,
    ...all.map(({ value }) => value),
  ])
  const items = rows.slice(0, query.limit).map(itemOf)
  return { items: upwards ? items.reverse() : items, has_more: rows.length > query.limit }
}

function cursor(letter: string, value: string | undefined, sql: Filter['sql']): Filter[] {
  return value === undefined ? [] : [{ letter, sql, value }]
}
