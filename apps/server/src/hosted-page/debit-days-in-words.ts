import type { DebitRule, Frequency } from '@upi-autopay/rail'

/**
 * The days on which a debit may fall, as a payer says them; empty where the rule leaves every day open.
 * Cycles are those of the rail's calendar: weeks from Monday, halves of a month, periods counted from their first month.
 */
export function debitDaysInWords(frequency: Frequency, rule: DebitRule | null): string {
  return rule === null ? '' : `${RULE_WORDS[rule.type]} ${dayInWords(frequency, rule.day)}`
}

const RULE_WORDS = { on: 'on', before: 'on or before', after: 'on or after' } as const

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The last day that every month has, and every half of one; a later one falls on the last there is. */
const DAY_OF_EVERY_MONTH = 28
const DAY_OF_EVERY_HALF = 13

function dayInWords(frequency: Frequency, day: number): string {
  switch (frequency) {
    case 'weekly':
      return WEEKDAYS[day - 1] ?? ordinal(day)
    case 'fortnightly':
      return `the ${ordinal(day)} day of each half of the month${day > DAY_OF_EVERY_HALF ? ', or its last day' : ''}`
    case 'monthly':
      return `the ${ordinal(day)}${lastDayWords(day)}`
    default:
      return `the ${ordinal(day)} of the first month of each period${lastDayWords(day)}`
  }
}

function lastDayWords(day: number): string {
  return day > DAY_OF_EVERY_MONTH ? ', or the last day of a shorter month' : ''
}

function ordinal(day: number): string {
  const isTeen = day % 100 >= 11 && day % 100 <= 13
  return `${day}${(isTeen ? undefined : ['th', 'st', 'nd', 'rd'][day % 10]) ?? 'th'}`
}
