/** Takes out of answers what may differ between two implementations, and keeps what may not. */
export interface Normaliser {
  body(value: unknown): unknown
  headers(headers: Readonly<Record<string, string>>): Record<string, string>
  text(value: string): string
}

/** An id of ours anywhere in a text, also as the rail has it: without its underscore, filled up to 35 characters. */
const ID = /\b([a-z]{3})(_?)([0-9a-hjkmnp-tv-z]{26})(?:0{6})?(?![0-9a-z])/g
/** A mandate's number on the rail, as a link carries it. */
const LINKED_UMN = /\bumn=([0-9a-f]{32})%40([a-z0-9]+)/g
const RRN_CELL = /(?<=,)\d{12}(?=,|\r?\n)/g
const UTR_CELL = /(?<=,)SIMBR\d+(?=,|\r?\n)/g
const NPCI_CELL = /(?<=,)[0-9A-Z]{35}(?=,|\r?\n)/g
const UMN_CELL = /(?<=,)[0-9a-f]{32}@[a-z0-9]+(?=,|\r?\n)/g
/** A receiver of the tests listens wherever a port is free. */
const RECEIVER = /^http:\/\/127\.0\.0\.1:\d+/
const ORIGIN = /^https?:\/\/[^/]+/
const HEADERS = [
  'content-type',
  'etag',
  'idempotent-replayed',
  'preference-applied',
  'retry-after',
  'www-authenticate',
]

/** Values that a rail, a bank or a host makes up; told apart by order of appearance. */
const NUMBERED = ['umn', 'rrn', 'utr', 'npci_txn_id', 'next_cursor']
const HIDDEN = ['request_id', 'secret']
const LINKS = ['hosted_url', 'type', 'doc']

/** Names ids by kind and order of appearance (`mdt_1`), and hides secrets, request ids and origins. */
export function createNormaliser(): Normaliser {
  const seen = new Map<string, string>()
  const counts = new Map<string, number>()

  function named(kind: string, value: string): string {
    const key = `${kind} ${value}`
    const known = seen.get(key)
    if (known !== undefined) return known
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    const name = `${kind}_${count}`
    seen.set(key, name)
    return name
  }

  function text(value: string): string {
    return value
      .replace(
        LINKED_UMN,
        (_all, id: string, handle: string) => `umn=${named('umn', `${id}@${handle}`)}`,
      )
      .replace(ID, (_all, kind: string, mark: string, tail: string) => {
        const name = named(kind, tail)
        return mark === '' ? name.replace('_', '') : name
      })
  }

  /** A history as CSV: what the rail made up stands in cells of its own. */
  function table(value: string): string {
    return text(value)
      .replace(RRN_CELL, (rrn) => named('rrn', rrn))
      .replace(UTR_CELL, (utr) => named('utr', utr))
      .replace(NPCI_CELL, (id) => named('npci_txn_id', id))
      .replace(UMN_CELL, (umn) => named('umn', umn))
  }

  function field(key: string, value: unknown, holder: object): unknown {
    if (typeof value !== 'string') return walk(value)
    if (HIDDEN.includes(key)) return value === '' ? '' : `<${key}>`
    if (NUMBERED.includes(key)) return named(key, value)
    if (isDatedBySystem(holder) && (key.endsWith('_at') || key === 'now')) return `<${key}>`
    if (key === 'url') return text(value.replace(RECEIVER, ''))
    return text(LINKS.includes(key) ? value.replace(ORIGIN, '') : value)
  }

  function walk(value: unknown): unknown {
    if (typeof value === 'string') return text(value)
    if (value instanceof Uint8Array) return pictureOf(value)
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).sort(([one], [two]) => (one < two ? -1 : 1))
    return Object.fromEntries(entries.map(([key, inner]) => [key, field(key, inner, value)]))
  }

  return {
    body: (value) => {
      if (typeof value !== 'string') return walk(value)
      return value.startsWith('<svg') ? drawingOf(value) : table(value)
    },
    headers: (headers) =>
      Object.fromEntries(
        HEADERS.flatMap((name) => {
          const value = headers[name]
          if (value === undefined) return []
          return [[name, name === 'content-type' ? mediaType(value) : value]]
        }),
      ),
    text,
  }
}

/** Accounts are dated by the system's clock, which nobody moves, and a reset returns to where a clock started. */
function isDatedBySystem(holder: object): boolean {
  return 'object' in holder && (holder.object === 'account' || holder.object === 'sandbox_reset')
}

function mediaType(value: string): string {
  return (value.split(';')[0] ?? '').trim().toLowerCase()
}

/** A picture of a link shows ids: its kind and size stand for it. */
function pictureOf(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = bytes.byteLength >= 24 ? `${view.getUint32(16)}x${view.getUint32(20)}` : 'too short'
  return `<png ${size}>`
}

function drawingOf(svg: string): string {
  return `<svg ${/viewBox="([^"]*)"/.exec(svg)?.[1] ?? 'without a view box'}>`
}
