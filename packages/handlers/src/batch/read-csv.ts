import type { BatchKind } from '@upi-autopay/rail'
import type { ProblemContext } from '../render/problem.ts'
import { refuseForm } from '../stages/refuse-form.ts'
import { explainHeader } from './csv-header.ts'
import { decodeRecord } from './decode-record.ts'
import type { Line } from './line.ts'
import { parseCsvRecord } from './parse-csv-record.ts'
import { splitRecords } from './split-records.ts'
import { UploadRefused } from './upload-refused.ts'

/**
 * The rows of an upload in CSV (RFC 4180), whose first line names the columns. Empty lines are passed over.
 *
 * @throws UploadRefused for a first line that will not do
 */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array>,
  { kind, limit, context }: { kind: BatchKind; limit: number; context: ProblemContext },
): AsyncIterable<Line> {
  let columns: readonly string[] | null = null
  // The first row tells the names as well: the same rows under other names are another upload.
  let names = ''
  for await (const record of splitRecords(chunks, { quotes: true, limit })) {
    const decoded = decodeRecord(record, limit)
    if (columns === null) {
      columns = headerOf(decoded, { kind, context })
      names = `${columns.join()}\n`
      continue
    }
    if ('text' in decoded && decoded.text.trim() === '') continue
    const line = 'text' in decoded ? rowOf(record.line, decoded.text, columns) : decoded
    yield { ...line, raw: `${names}${line.raw}` }
    names = ''
  }
}

function headerOf(
  decoded: { readonly text: string } | Line,
  { kind, context }: { kind: BatchKind; context: ProblemContext },
): readonly string[] {
  const cells = 'text' in decoded ? parseCsvRecord(decoded.text.replace(/^\uFEFF/, '')) : null
  const columns = cells?.map((name) => name.trim()) ?? null
  const faults =
    columns === null ? ['cannot be read as a line of CSV'] : explainHeader(columns, kind)
  if (columns !== null && faults.length === 0) return columns
  throw new UploadRefused(
    refuseForm(
      context,
      faults.map((fault) => ({ in: 'body', pointer: '', message: `on line 1 ${fault}` })),
    ),
  )
}

function rowOf(line: number, raw: string, columns: readonly string[]): Line {
  const reading = readCells(columns, parseCsvRecord(raw))
  const lines = raw.split('\n').length
  // Whoever looks for the rows below finds out where they went.
  return reading.ok || lines === 1
    ? { line, raw, reading }
    : {
        line,
        raw,
        reading: {
          ...reading,
          message: `and those up to line ${line + lines - 1} are one row by their quotes, which ${reading.message}`,
        },
      }
}

/** Empty cells are fields that are not given. */
function readCells(columns: readonly string[], cells: readonly string[] | null): Line['reading'] {
  if (cells === null)
    return { ok: false, code: 'invalid_request', message: 'has a quote in the middle of a field' }
  if (cells.length !== columns.length)
    return {
      ok: false,
      code: 'invalid_request',
      message: `has ${cells.length} fields where the first line names ${columns.length}`,
    }
  const given = columns.flatMap((name, index): [string, string][] => {
    const cell = cells[index] ?? ''
    return cell === '' ? [] : [[name, cell]]
  })
  const fields = given.filter(([name]) => !name.startsWith(METADATA))
  const metadata = given
    .filter(([name]) => name.startsWith(METADATA))
    .map(([name, cell]) => [name.slice(METADATA.length), cell] as const)
  const value = {
    ...Object.fromEntries(
      fields.map(([name, cell]) => [name, name === 'amount' ? paise(cell) : cell]),
    ),
    ...(metadata.length > 0 && { metadata: Object.fromEntries(metadata) }),
  }
  return { ok: true, value }
}

const METADATA = 'metadata.'

/** Digits are a number; anything else is left for the form to refuse. */
function paise(cell: string): number | string {
  return /^\d{1,15}$/.test(cell) ? Number(cell) : cell
}
