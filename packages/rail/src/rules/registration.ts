import { formatRupees, rupees } from '../money.ts'
import { COLLECT_CLOSED_FROM, COLLECT_MCCS, isOpenToCollect } from './collect.ts'
import type { RegistrationFacts } from './facts.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import type { Finding, Rule } from './rule.ts'

/**
 * Registration by collect is closed but for two categories. Of the other exemptions, cross-border aggregators say so in
 * their policy; iOS apps and the mobile web are things that a server cannot see.
 */
export const REGISTRATION_COLLECT_CATEGORY: Rule<RegistrationFacts> = {
  id: 'registration.collect_category',
  title: 'Registration by collect is open to categories 6012 and 6211 only.',
  value: { mccs: COLLECT_MCCS },
  effective_from: COLLECT_CLOSED_FROM,
  source: 'razorpay-collect',
  consequence: 'collect_not_allowed',
  applies: ({ policy }) => policy.cross_border !== true,
  check: ({ flow, mcc }) =>
    flow !== 'collect' || isOpenToCollect(mcc)
      ? null
      : {
          message: `Category ${mcc} may not register by collect; since ${COLLECT_CLOSED_FROM} only ${COLLECT_MCCS.join(' and ')} may.`,
          pointer: '/flow',
          limit: { mccs: COLLECT_MCCS.join(', ') },
        },
}

const FIRST_DEBIT_MINIMUM = rupees(1)

/** The debit made at registration stays below the mandate's amount. */
export const FIRST_DEBIT_AMOUNT: Rule<RegistrationFacts> = {
  id: 'first_debit.amount',
  title:
    'A first debit goes with amount_rule max only; it is one rupee or more, not below min_amount, and below the amount of the mandate.',
  value: { minimum_paise: FIRST_DEBIT_MINIMUM },
  effective_from: LAUNCH_DATE,
  source: 'juspay',
  consequence: 'first_debit_invalid',
  check: ({ first_debit_amount: first, amount, amount_rule, min_amount }) => {
    if (first === null) return null
    if (amount_rule === 'exact')
      return {
        message: `A first debit of ${formatRupees(first)} was sent with amount_rule exact, which allows none.`,
        pointer: '/first_debit',
      }
    const least = Math.max(FIRST_DEBIT_MINIMUM, min_amount ?? 0)
    if (first < least)
      return {
        message: `A first debit of ${formatRupees(first)} is below the least debit of this mandate, ${formatRupees(least)}.`,
        pointer: '/first_debit/amount',
        limit: { minimum_paise: least },
      }
    return first < amount
      ? null
      : {
          message: `A first debit of ${formatRupees(first)} is not below the amount of the mandate, ${formatRupees(amount)}.`,
          pointer: '/first_debit/amount',
          limit: { below_paise: amount },
        }
  },
}

const MINUTE_MS = 60_000
const EXPIRY = { minimum_minutes: 1, maximum_days: 30 } as const

/** How long a payer may be given to approve. */
export const REGISTRATION_EXPIRY: Rule<RegistrationFacts> = {
  id: 'registration.expiry',
  title: 'The payer has between one minute and 30 days to approve a mandate.',
  value: EXPIRY,
  effective_from: LAUNCH_DATE,
  source: 'assumption',
  assumption: true,
  consequence: 'registration_expiry_invalid',
  check: ({ registration_expires_in_ms: given }) =>
    given === null ? null : approvalTimeFinding(given, '/registration_expires_in'),
}

/** What is wrong with a time to approve, in milliseconds; `pointer` is the field that carries it. */
export function approvalTimeFinding(given: number, pointer: string): Finding {
  const fits =
    given >= EXPIRY.minimum_minutes * MINUTE_MS && given <= EXPIRY.maximum_days * 1440 * MINUTE_MS
  if (fits) return null
  return {
    message: `${given / 1000} seconds are outside ${EXPIRY.minimum_minutes} minute to ${EXPIRY.maximum_days} days.`,
    pointer,
    limit: EXPIRY,
  }
}
