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
  for await (const record of splitRecords(chunks, { quotes: true, limit })) {
    const decoded = decodeRecord(record, limit)
    if (columns === null) {
      columns = headerOf(decoded, { kind, context })
      continue
    }
    if (!('text' in decoded)) yield decoded
    else if (decoded.text.trim() !== '')
      yield {
        line: record.line,
        raw: decoded.text,
        reading: readCells(columns, parseCsvRecord(decoded.text)),
      }
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
