import { type Instant, inquiryDelays, type UnknownOutcome } from '@upi-autopay/rail'
import type { Facts } from '../kernel/aggregate.ts'

/** What is known of a sending whose outcome the provider could not tell. */
export interface Unknown {
  readonly outcome: UnknownOutcome | null
  /** Since when; inquiries count from it. */
  readonly unknown_since: Instant | null
  readonly inquiries: number
}

/**
 * When the provider is asked next; null when it has been asked as often as the rail allows. After a standstill the
 * questions that are late are not put all at once: each answer is given its time.
 */
export function nextInquiry(
  { unknown_since, inquiries }: Pick<Unknown, 'unknown_since' | 'inquiries'>,
  { now, provider }: Pick<Facts, 'now' | 'provider'>,
): Instant | null {
  const delays = inquiryDelays(provider.policy)
  const [first = 0] = delays
  const delay = delays[inquiries]
  return delay === undefined
    ? null
    : (Math.max((unknown_since ?? now) + delay, now + first) as Instant)
}
