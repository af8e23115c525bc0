import type { Line } from './line.ts'
import type { RawRecord } from './split-records.ts'
import { webPlatform } from './web-platform.ts'

const decoder = new webPlatform.TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A record as text, or the line that says why it is none. */
export function decodeRecord(
  { line, bytes, fault }: RawRecord,
  limit: number,
): { readonly text: string } | Line {
  if (fault === 'too_long')
    return unreadable(line, `is longer than ${limit} bytes`, `too long on line ${line}`)
  if (fault === 'quote_open')
    return unreadable(line, 'has a quote that is not closed', bytes.join())
  try {
    return { text: decoder.decode(bytes) }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return unreadable(line, 'is not UTF-8', bytes.join())
  }
}

function unreadable(line: number, message: string, raw: string): Line {
  return { line, raw, reading: { ok: false, code: 'invalid_request', message } }
}
