import { CsvError, parse } from 'csv-parse/sync'
import type { Fault } from './fault.ts'

/** The values of a row by column. */
export type Row = Readonly<Record<string, string>>

/** Splits a CSV text into rows with their lines. What cannot be split is named; a missing column spoils the file. */
export function splitRows(
  csv: string,
  columns: readonly string[],
): { rows: { line: number; values: Row }[]; faults: Fault[] } {
  const rows: { line: number; values: Row }[] = []
  const faults: Fault[] = []
  let line = 1
  const note = (error: unknown): void => {
    if (!(error instanceof CsvError)) throw error
    line = lineOf(error, line)
    faults.push({ line, column: String(error.column ?? '-'), message: messageOf(error) })
  }
  try {
    parse(csv, {
      bom: true,
      columns: (head: string[]) => {
        const names = head.map((name) => name.trim())
        const missing = columns.filter((column) => !names.includes(column))
        faults.push(
          ...missing.map((column) => ({ line: 1, column, message: 'the column is missing' })),
        )
        return names
      },
      skip_empty_lines: true,
      skip_records_with_error: true,
      trim: true,
      on_record: (values, { lines }) => {
        line = lines
        rows.push({ line, values: values as Row })
        return values
      },
      on_skip: (error) => {
        note(error)
        return undefined
      },
    })
  } catch (error) {
    note(error)
  }
  return faults.some((fault) => fault.line === 1) ? { rows: [], faults } : { rows, faults }
}

/** An unclosed quote is only noticed at the end of the file; it stands in the row after the last good one. */
function lineOf(error: CsvError, last: number): number {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return last + 1
  return typeof error.lines === 'number' ? error.lines : last + 1
}

function messageOf(error: CsvError): string {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quote is opened here and never closed: this row and all below it are lost'
    case 'CSV_RECORD_INCONSISTENT_COLUMNS':
      return 'the row has more or fewer values than the head has columns'
    default:
      return error.message
  }
}
