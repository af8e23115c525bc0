import { decodeRecord } from './decode-record.ts'
import type { Line } from './line.ts'
import { splitRecords } from './split-records.ts'

/** The rows of an upload with one JSON value per line. Empty lines are passed over. */
export async function* readNdjson(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncIterable<Line> {
  for await (const record of splitRecords(chunks, { quotes: false, limit })) {
    const decoded = decodeRecord(record, limit)
    if (!('text' in decoded)) {
      yield decoded
      continue
    }
    const raw = record.line === 1 ? decoded.text.replace(/^\uFEFF/, '') : decoded.text
    if (raw.trim() !== '') yield { line: record.line, raw, reading: parse(raw) }
  }
}

function parse(text: string): Line['reading'] {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { ok: false, code: 'malformed_json', message: 'is not well-formed JSON' }
  }
}
