import { recordEnd } from './record-end.ts'

/** A line of an upload as bytes, without its end; or why there is none. */
export interface RawRecord {
  /** The line on which it begins, from 1. */
  readonly line: number
  readonly bytes: Uint8Array
  readonly fault: 'too_long' | 'quote_open' | null
}

const LF = 0x0a
const CR = 0x0d

/**
 * Splits a stream into records wherever its chunks end. Line ends inside quotes belong to a record, if `quotes` count.
 * A record longer than `limit` bytes is left out, and one whose quote is never closed ends with its line: neither
 * takes those after it along. At most one record and one chunk are held.
 */
export async function* splitRecords(
  chunks: AsyncIterable<Uint8Array>,
  { quotes, limit }: { quotes: boolean; limit: number },
): AsyncIterable<RawRecord> {
  let held: Uint8Array = new Uint8Array(0)
  let line = 1
  let skipping = false

  /** Takes records off what is held, as far as they are whole; at the end everything is. */
  function* take(ended: boolean): Iterable<RawRecord> {
    let from = 0
    while (from < held.length) {
      const end = skipping
        ? { at: held.indexOf(LF, from), fault: null }
        : recordEnd(held, from, { quotes, limit, ended })
      if (end.at < 0 && !ended) {
        const too_long = !skipping && held.length - from > limit
        if (!skipping && !too_long) break
        if (too_long) yield { line, bytes: EMPTY, fault: 'too_long' }
        skipping = true
        from = held.length
        break
      }
      const at = end.at < 0 ? held.length : end.at
      const bytes = held.subarray(from, at)
      if (!skipping) {
        const too_long = bytes.length > limit
        yield {
          line,
          bytes: too_long ? EMPTY : withoutReturn(bytes),
          fault: too_long ? 'too_long' : end.fault,
        }
      }
      skipping = false
      line += 1 + countOf(LF, bytes)
      from = at + 1
    }
    held = held.subarray(from)
  }

  for await (const chunk of chunks) {
    held = held.length === 0 ? chunk : joined(held, chunk)
    yield* take(false)
  }
  yield* take(true)
}

const EMPTY = new Uint8Array(0)

function joined(one: Uint8Array, two: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + two.length)
  both.set(one)
  both.set(two, one.length)
  return both
}

function withoutReturn(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === CR ? bytes.subarray(0, -1) : bytes
}

function countOf(byte: number, bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) count++
  return count
}
