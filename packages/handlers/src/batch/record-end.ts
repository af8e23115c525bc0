const LF = 0x0a
const CR = 0x0d
const QUOTE = 0x22
const COMMA = 0x2c

/** Where a record ends, and what is wrong with its end. `at` is -1 while that is not known. */
export interface RecordEnd {
  readonly at: number
  readonly fault: 'quote_open' | null
}

/**
 * Finds the end of the record that begins at `from`. A quote counts where a field begins; inside, two of them stand for
 * one. A quote that is not closed within the limit, or before the upload ends, is taken for a slip, and so is one that
 * seems to be closed on a later line in the middle of a field, where that line opens a quote of its own: the record then
 * ends with its line.
 */
export function recordEnd(
  bytes: Uint8Array,
  from: number,
  { quotes, limit, ended }: { quotes: boolean; limit: number; ended: boolean },
): RecordEnd {
  if (!quotes) return { at: bytes.indexOf(LF, from), fault: null }
  let field_begins = true
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === LF) return { at, fault: null }
    if (byte === QUOTE && field_begins) {
      const closed = closingQuote(bytes, at + 1)
      const reach = closed < 0 ? bytes.length : closed
      if (reach - from > limit || (closed < 0 && ended))
        return { at: bytes.indexOf(LF, from), fault: 'quote_open' }
      if (closed < 0) return { at: -1, fault: null }
      const ends = endsField(bytes, closed + 1)
      if (ends === null && !ended) return { at: -1, fault: null }
      const line_end = bytes.indexOf(LF, from)
      if (ends === false && line_end >= 0 && line_end < closed)
        return { at: line_end, fault: 'quote_open' }
      at = closed
    }
    field_begins = byte === COMMA
  }
  return { at: -1, fault: null }
}

/** Where the quoted field that begins at `from` is closed; -1 while its end has not come. */
function closingQuote(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(QUOTE, from); at >= 0; at = bytes.indexOf(QUOTE, at + 2)) {
    if (bytes[at + 1] !== QUOTE) return at
  }
  return -1
}

/** Whether a field can end at a place: a comma or a line end follows. Null where the bytes that tell have not come. */
function endsField(bytes: Uint8Array, at: number): boolean | null {
  const after = bytes[at] === CR ? at + 1 : at
  const byte = bytes[after]
  if (byte === undefined) return null
  return byte === LF || (byte === COMMA && after === at)
}
