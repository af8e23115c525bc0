import type { Call } from '../call.ts'

/** What a cell holds: text is made safe for spreadsheets, null is an empty cell. */
export type CsvValue = string | number | boolean | null

/** A column: its name in the first line, and where a record has its value. */
export type CsvColumn<T> = readonly [name: string, cell: (record: T) => CsvValue]

/** The answer of a route that ends in `.csv`. */
export interface CsvAnswer {
  readonly status: 200
  readonly body: AsyncIterable<string>
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Answers records as a table (RFC 4180: CRLF, quotes doubled), page by page as they are read. The first page is read
 * before the answer begins, so that a failure is told as one.
 */
export async function csvAnswer<T>(
  { path }: Pick<Call, 'path'>,
  columns: readonly CsvColumn<T>[],
  pages: AsyncIterable<readonly T[]>,
): Promise<CsvAnswer> {
  const reader = pages[Symbol.asyncIterator]()
  const first = await reader.next()
  const name = path.slice(path.lastIndexOf('/') + 1).replaceAll(/[^\w.-]/g, '_')
  return {
    status: 200,
    body: write(columns, first, reader),
    headers: { 'Content-Disposition': `attachment; filename="${name}"` },
  }
}

async function* write<T>(
  columns: readonly CsvColumn<T>[],
  first: IteratorResult<readonly T[]>,
  reader: AsyncIterator<readonly T[]>,
): AsyncIterable<string> {
  yield lineOf(columns.map(([name]) => name))
  for (let page = first; page.done !== true; page = await reader.next()) {
    if (page.value.length > 0)
      yield page.value.map((record) => lineOf(columns.map(([, cell]) => cell(record)))).join('')
  }
}

function lineOf(values: readonly CsvValue[]): string {
  return `${values.map(cellOf).join(',')}\r\n`
}

function cellOf(value: CsvValue): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Spreadsheets take text that begins like this for a formula, which a payer's name could smuggle in (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/
