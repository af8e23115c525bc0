import { type Instant, toInstant } from '@upi-autopay/rail'

/** An instant as tests write it: RFC 3339 text, milliseconds since the epoch, or a `Date`. */
export type Moment = string | number | Date

/** @throws TypeError for what is no instant */
export function instantOf(moment: Moment): Instant {
  const ms = typeof moment === 'string' ? Date.parse(moment) : Number(moment)
  if (!Number.isInteger(ms)) throw new TypeError(`${String(moment)} is not an instant`)
  return toInstant(ms)
}
