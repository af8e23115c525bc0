import type { Instant } from '@upi-autopay/rail'

/** The one way to ask the time. Handed in everywhere; nothing else reads a clock. */
export interface Clock {
  now(): Instant
}
