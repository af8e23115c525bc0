import { addDays, type Instant, istDate } from '../calendar.ts'
import { formatRupees } from '../money.ts'
import type { ProviderPolicy } from '../policy.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import type { Rule } from './rule.ts'

/** What the rules of a refund need to know of the debit or payment that is given back. Amounts in paise. */
export interface RefundFacts {
  /** Collected in all, surplus successes included. */
  readonly collected: number
  /** Given back already. */
  readonly refunded: number
  /** Asked for by refunds that are still pending. */
  readonly reserved: number
  readonly amount: number
  readonly collected_at: Instant
  readonly policy: ProviderPolicy
}

/** Providers take refunds for a while only. */
export const REFUND_WINDOW: Rule<RefundFacts> = {
  id: 'refund.window',
  title:
    'A refund is asked for within the days that the provider allows, counted from the day of collection.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'decentro-collect',
  assumption: true,
  consequence: 'refund_window_closed',
  applies: ({ policy }) => policy.refund_window_days !== undefined,
  check: ({ collected_at, policy: { refund_window_days: days = 0 } }, now) => {
    const last = addDays(istDate(collected_at), days)
    return istDate(now) <= last
      ? null
      : {
          message: `The money was collected on ${istDate(collected_at)}; refunds were possible for ${days} days, until ${last}.`,
          pointer: '',
          limit: { days, until: last },
        }
  },
}

/** Never more back than came in: what pending refunds ask for is spoken for. */
export const REFUND_CEILING: Rule<RefundFacts> = {
  id: 'refund.ceiling',
  title: 'Refunds are never above what was collected, pending ones included.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'assumption',
  assumption: true,
  consequence: 'refund_exceeds_collected',
  check: (facts) => {
    const left = refundable(facts)
    return facts.amount <= left
      ? null
      : {
          message: `${formatRupees(facts.amount)} is above ${formatRupees(left)}, what is left of ${formatRupees(facts.collected)} collected after ${formatRupees(facts.refunded)} refunded and ${formatRupees(facts.reserved)} pending.`,
          pointer: '/amount',
          limit: { maximum_paise: left },
        }
  },
}

/** What may refuse a refund, in order of precedence. */
export const REFUND_RULES: readonly Rule<RefundFacts>[] = [REFUND_WINDOW, REFUND_CEILING]

/** What can still be given back, in paise; never below zero. */
export function refundable({
  collected,
  refunded,
  reserved,
}: Pick<RefundFacts, 'collected' | 'refunded' | 'reserved'>): number {
  return Math.max(0, collected - refunded - reserved)
}
