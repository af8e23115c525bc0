import { addDays, endOfIstDay, type Instant, istDate } from '../calendar.ts'
import { formatRupees } from '../money.ts'
import type { ProviderPolicy } from '../policy.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import type { Rule, RuleRow } from './rule.ts'

/** What the rules of a dispute need to know of the debit or payment that it is about. Amounts in paise. */
export interface DisputeFacts {
  /** What was collected and has neither gone back nor is spoken for. */
  readonly left: number
  readonly amount: number
  readonly policy: ProviderPolicy
}

/** No more is disputed than the merchant still has. */
export const DISPUTE_CEILING: Rule<DisputeFacts> = {
  id: 'dispute.ceiling',
  title: 'A dispute is never above what was collected less refunds and other disputes.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'assumption',
  assumption: true,
  consequence: 'dispute_exceeds_collected',
  check: ({ left, amount }) =>
    amount <= left
      ? null
      : {
          message: `${formatRupees(amount)} is above ${formatRupees(left)}, what is left of what was collected.`,
          pointer: '/amount',
          limit: { maximum_paise: left },
        },
}

const RESPONSE = { days: 7 } as const

/** How long a merchant has to answer. Nothing can break it: who does not answer in time has lost. */
export const DISPUTE_RESPONSE: RuleRow = {
  id: 'dispute.response',
  title:
    'A dispute that is not contested within seven days is lost, unless the provider gives other days.',
  value: RESPONSE,
  effective_from: LAUNCH_DATE,
  source: 'assumption',
  assumption: true,
  consequence: 'sets',
}

/** What may refuse a dispute, in order of precedence. */
export const DISPUTE_RULES: readonly Rule<DisputeFacts>[] = [DISPUTE_CEILING]

/** Until when a dispute told now may be contested: the end of the last Indian day. */
export function respondBy(
  now: Instant,
  { dispute_response_days = RESPONSE.days }: Pick<ProviderPolicy, 'dispute_response_days'>,
): Instant {
  return endOfIstDay(addDays(istDate(now), dispute_response_days))
}
