import type { Instant, IsoDate } from '../calendar.ts'
import { allowsDebitOn, cycleOf, debitDays } from '../cycles.ts'
import type { MandateTerms, Recurrence } from '../mandate-terms.ts'
import type { DebitRule, Frequency } from '../vocabulary.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import type { Rule } from './rule.ts'

const LAST_DAYS = { weekly_last_day: 7, fortnightly_last_day: 16, monthly_last_day: 31 } as const

/** Which frequencies take a debit rule, and which days it may name. */
export const RECURRENCE_DEBIT_RULE: Rule<MandateTerms> = {
  id: 'recurrence.debit_rule',
  title:
    'A debit rule names day 1-7 of a week (1 = Monday), 1-16 of a fortnight, 1-31 of longer cycles; one_time, daily and as_presented have none.',
  value: LAST_DAYS,
  effective_from: LAUNCH_DATE,
  source: 'setu',
  consequence: 'debit_rule_invalid',
  check: ({ frequency, debit_rule: rule }) => {
    if (rule === null) return null
    const last = lastDay(frequency)
    if (last === null)
      return {
        message: `A debit rule (${describeRule(rule)}) was sent with frequency ${frequency}, which has none.`,
        pointer: '/debit_rule',
      }
    return Number.isInteger(rule.day) && rule.day >= 1 && rule.day <= last
      ? null
      : {
          message: `Day ${rule.day} is outside 1-${last}, the days that frequency ${frequency} has.`,
          pointer: '/debit_rule/day',
          limit: { first_day: 1, last_day: last },
        }
  },
}

/** The day of a debit fits the debit rule. Days outside the validity are another rule's matter. */
export const RECURRENCE_DEBIT_DAY: Rule<{
  readonly mandate: Recurrence
  readonly debit_date: IsoDate
  readonly debit_at: Instant | null
}> = {
  id: 'recurrence.debit_day',
  title: 'A debit falls on a day that the debit rule allows in its cycle.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'npci-codes',
  consequence: 'debit_day_not_allowed',
  check: ({ mandate, debit_date, debit_at }) => {
    const outside = debit_date < mandate.start_date || debit_date > mandate.end_date
    if (outside || mandate.debit_rule === null || allowsDebitOn(mandate, debit_date)) return null
    const cycle = cycleOf(mandate, debit_date)
    const days = cycle === null ? null : debitDays(mandate, cycle)
    const possible =
      days === null
        ? 'no day'
        : days.from === days.until
          ? days.from
          : `${days.from} to ${days.until}`
    return {
      message: `${debit_date} is not a debit day: the ${mandate.frequency} rule "${describeRule(mandate.debit_rule)}" allows ${possible} in the cycle ${cycle?.from} to ${cycle?.until}.`,
      pointer: debit_at === null ? '/debit_date' : '/debit_at',
      ...(days === null ? {} : { limit: { from: days.from, until: days.until } }),
    }
  },
}

function lastDay(frequency: Frequency): number | null {
  switch (frequency) {
    case 'one_time':
    case 'daily':
    case 'as_presented':
      return null
    case 'weekly':
      return LAST_DAYS.weekly_last_day
    case 'fortnightly':
      return LAST_DAYS.fortnightly_last_day
    default:
      return LAST_DAYS.monthly_last_day
  }
}

function describeRule(rule: DebitRule): string {
  return `${rule.type} day ${rule.day}`
}
