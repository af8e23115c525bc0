/** How long to wait before another try. */
export interface Backoff {
  /** Tries made so far. */
  readonly tries: number
  /** The service's own wish, from `Retry-After`. */
  readonly retryAfter: string | null
  /** Milliseconds since the epoch, for a date in `Retry-After`. */
  readonly now: number
  /** Spreads callers apart: the same call always waits alike. */
  readonly seed: string
}

const FIRST_MS = 250
const LONGEST_MS = 8_000

/** Milliseconds until the next try: what the service asked for, else twice as long each time, spread by half. */
export function backoffMs({ tries, retryAfter, now, seed }: Backoff): number {
  const asked = parseRetryAfter(retryAfter, now)
  if (asked !== undefined) return asked
  const full = Math.min(FIRST_MS * 2 ** (tries - 1), LONGEST_MS)
  return Math.round(full * (0.5 + spread(`${seed}${tries}`) / 2))
}

function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined
  const seconds = Number(header)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}

/** 0 to 1 from a text, so that waiting needs no chance of its own. */
function spread(text: string): number {
  let hash = 2166136261
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619)
  return (hash >>> 0) / 2 ** 32
}
