import type { MandateTerms } from '../mandate-terms.ts'
import { formatRupees, rupees } from '../money.ts'
import type { ProviderPolicy } from '../policy.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import type { Rule } from './rule.ts'

const MINIMUM = rupees(1)

/** Nothing below one rupee moves on the rail. */
export const AMOUNT_MINIMUM: Rule<{ readonly amount: number }> = {
  id: 'amount.minimum',
  title: 'A mandate, a notice, a debit or a payment is for one rupee or more.',
  value: { minimum_paise: MINIMUM },
  effective_from: LAUNCH_DATE,
  source: 'ebanx-recurring',
  consequence: 'amount_below_minimum',
  check: ({ amount }) =>
    amount >= MINIMUM
      ? null
      : {
          message: `${formatRupees(amount)} is below the minimum of ${formatRupees(MINIMUM)}.`,
          pointer: '/amount',
          limit: { minimum_paise: MINIMUM },
        },
  holding: ({ amount }) =>
    `${formatRupees(amount)} is not below the minimum of ${formatRupees(MINIMUM)}.`,
}

/** Providers cap amounts; the rail names no cap of its own. */
export const AMOUNT_MAXIMUM: Rule<{
  readonly amount: number
  readonly policy: Pick<ProviderPolicy, 'amount_max_paise'>
}> = {
  id: 'amount.maximum',
  title: 'A mandate, a notice, a debit or a payment is at most what the provider takes.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'npci-codes',
  assumption: true,
  consequence: 'amount_above_maximum',
  applies: ({ policy }) => policy.amount_max_paise !== undefined,
  check: ({ amount, policy: { amount_max_paise: most = amount } }) =>
    amount <= most
      ? null
      : {
          message: `${formatRupees(amount)} is above ${formatRupees(most)}, the most that the provider takes.`,
          pointer: '/amount',
          limit: { maximum_paise: most },
        },
  holding: ({ amount, policy: { amount_max_paise: most = amount } }) =>
    `${formatRupees(amount)} is not above ${formatRupees(most)}, the most that the provider takes.`,
}

/** A lower bound goes with an upper bound only, and not above it. */
export const AMOUNT_MIN_AMOUNT: Rule<MandateTerms> = {
  id: 'amount.min_amount',
  title: 'min_amount goes with amount_rule max only, and lies between one rupee and the amount.',
  value: { minimum_paise: MINIMUM },
  effective_from: LAUNCH_DATE,
  source: 'ebanx-recurring',
  consequence: 'min_amount_invalid',
  check: ({ amount, amount_rule, min_amount }) => {
    if (min_amount === null) return null
    if (amount_rule === 'exact')
      return {
        message: `min_amount ${formatRupees(min_amount)} was sent with amount_rule exact, which has one amount only.`,
        pointer: '/min_amount',
      }
    if (min_amount < MINIMUM)
      return {
        message: `min_amount ${formatRupees(min_amount)} is below ${formatRupees(MINIMUM)}.`,
        pointer: '/min_amount',
        limit: { minimum_paise: MINIMUM },
      }
    return min_amount <= amount
      ? null
      : {
          message: `min_amount ${formatRupees(min_amount)} is above the amount of the mandate, ${formatRupees(amount)}.`,
          pointer: '/min_amount',
          limit: { maximum_paise: amount },
        }
  },
}

/** What a debit may amount to under the mandate. */
export const AMOUNT_MANDATE_RULE: Rule<{
  readonly amount: number
  readonly mandate: MandateTerms
}> = {
  id: 'amount.mandate_rule',
  title:
    'Under amount_rule exact a debit has the amount of the mandate; under max it is at most that and at least min_amount.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'npci-codes',
  consequence: 'amount_outside_mandate',
  check: ({ amount, mandate }) => {
    const [least, most] = bounds(mandate)
    if (amount >= least && amount <= most) return null
    return {
      message: `${formatRupees(amount)} is not possible under this mandate, which allows ${allowed(mandate)}.`,
      pointer: '/amount',
      limit: { minimum_paise: least, maximum_paise: most },
    }
  },
  holding: ({ amount, mandate }) =>
    `${formatRupees(amount)} fits the mandate, which allows ${allowed(mandate)}.`,
}

function bounds(mandate: MandateTerms): readonly [number, number] {
  return mandate.amount_rule === 'exact'
    ? [mandate.amount, mandate.amount]
    : [mandate.min_amount ?? 0, mandate.amount]
}

function allowed(mandate: MandateTerms): string {
  if (mandate.amount_rule === 'exact') return `exactly ${formatRupees(mandate.amount)}`
  const from =
    mandate.min_amount === null ? '' : `at least ${formatRupees(mandate.min_amount)} and `
  return `${from}at most ${formatRupees(mandate.amount)}`
}
