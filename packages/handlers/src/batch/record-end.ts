const LF = 0x0a
const QUOTE = 0x22
const COMMA = 0x2c

/** Where a record ends, and what is wrong with its end. `at` is -1 while that is not known. */
export interface RecordEnd {
  readonly at: number
  readonly fault: 'quote_open' | null
}

/**
 * Finds the end of the record that begins at `from`. A quote counts where a field begins; inside, two of them stand for
 * one. A quote that is not closed within the limit, or before the upload ends, is taken for a slip: the record then
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
