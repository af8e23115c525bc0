import type { RetryAdvice } from '../vocabulary.ts'
import type { DeclineReason } from './decline-reasons.ts'
import { responseCode } from './response-codes.ts'

/** A bank's no in our words. */
export interface DeclineMeaning {
  readonly reason: DeclineReason
  readonly advice: RetryAdvice
}

/**
 * What a declined attempt's code means. A code that is missing or has no known meaning is `unmapped` and never
 * retried. Codes whose outcome is unknown are no declines; should one be handed in, it is not repeated before its
 * status is known.
 */
export function declineOf(npciCode: string | null): DeclineMeaning {
  const row = npciCode === null ? null : responseCode(npciCode)
  if (row === null) return { reason: 'unmapped', advice: 'never' }
  switch (row.outcome) {
    case 'declined':
      return { reason: row.reason, advice: row.advice }
    case 'unknown':
      return { reason: 'unmapped', advice: 'after_inquiry' }
    case 'success':
      return { reason: 'unmapped', advice: 'never' }
  }
}
