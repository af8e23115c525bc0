import type { Page, PageQuery } from '@upi-autopay/engine'
import type { Driver } from '../drivers/driver.ts'

/** One filter of a list: a condition over its own parameter. */
export interface Filter {
  /** Names the filter in the statement's name. */
  readonly letter: string
  readonly sql: (parameter: string) => string
  readonly value: unknown
  /**
   * What to select from instead of the table, by a parameter: few rows, fenced by `offset 0`. The planner cannot be
   * trusted to see that a filter is narrower than reading the table in order up to the limit.
   */
  readonly source?: (parameter: string) => string
}

/** A list: `$1` and `$2` are merchant and mode, `$3` the limit, filters follow in their order from `$4`. */
export interface List {
  readonly name: string
  readonly columns: string
  readonly table: string
  /** Under which name the table's columns are asked. */
  readonly alias: string
  /** A condition of the list itself. */
  readonly always?: string
  /** What of an id decides the order; all of it, unless told. */
  readonly sortOf?: (id: string) => string
}

/**
 * Reads one page, newest first. Filters that are not given are not in the statement, so that each combination is
 * planned for itself.
 */
export async function readPage<Row, T>(
  driver: Driver,
  list: List,
  query: PageQuery,
  filters: readonly Filter[],
  itemOf: (row: Row) => T,
): Promise<Page<T>> {
  const { alias, sortOf = (id: string) => id } = list
  const sort = sortOf(`${alias}.id`)
  const given = [
    ...filters.filter(({ value }) => value !== undefined),
    ...cursor('A', query.after, (parameter) => `${sort} < ${sortOf(parameter)}`),
    ...cursor('B', query.before, (parameter) => `${sort} > ${sortOf(parameter)}`),
  ]
  const upwards = query.before !== undefined && query.after === undefined
  const statement = {
    name: `${list.name}_${given.map(({ letter }) => letter).join('')}`,
    text: `${selectOf(list, given)} order by ${sort} ${upwards ? 'asc' : 'desc'} limit $3`,
  }
  const { merchant_id, mode } = query.tenant
  const values = [merchant_id, mode, query.limit + 1, ...given.map(({ value }) => value)]
  const rows = await driver.query<Row>(statement, values)
  const items = rows.slice(0, query.limit).map(itemOf)
  return { items: upwards ? items.reverse() : items, has_more: rows.length > query.limit }
}

function selectOf({ columns, table, alias, always }: List, given: readonly Filter[]): string {
  const parameters = given.map((filter, index) => ({ ...filter, parameter: `$${index + 4}` }))
  const narrow = parameters.find(({ source }) => source !== undefined)
  const conditions = [
    `${alias}.merchant_id = $1`,
    `${alias}.mode = $2`,
    ...(always === undefined ? [] : [always]),
    ...parameters.map(({ sql, parameter }) => sql(parameter)),
  ]
  const from = narrow?.source === undefined ? table : `(${narrow.source(narrow.parameter)})`
  return `select ${columns} from ${from} ${alias}\nwhere ${conditions.join('\nand ')}\n`
}

function cursor(letter: string, value: string | undefined, sql: Filter['sql']): Filter[] {
  return value === undefined ? [] : [{ letter, sql, value }]
}
