import { formatRfc3339, type Instant, toInstant } from '@upi-autopay/rail'

/** Records with instants in them, as the wire writes them. Milliseconds that are spans keep their `_ms`. */
export function wire(value: unknown, name = ''): unknown {
  if (typeof value === 'number' && (name === 'from' || name === 'until' || /(^|_)at$/.test(name)))
    return formatRfc3339(toInstant(value))
  if (Array.isArray(value)) return value.map((one) => wire(one))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wire(inner, key)]))
}

/** A moment given in Indian time. */
export function ist(local: string): Instant {
  return toInstant(Date.parse(`${local}+05:30`))
}
