import { addMonths, type IsoDate, istDate } from '../calendar.ts'
import type { Recurrence } from '../mandate-terms.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import type { Rule } from './rule.ts'

const LONGEST_YEARS = 30

/** A mandate does not begin in the past. */
export const MANDATE_START_DATE: Rule<Recurrence> = {
  id: 'mandate.start_date',
  title: 'start_date is today in Indian time, or later.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'assumption',
  assumption: true,
  consequence: 'start_date_in_past',
  check: ({ start_date }, now) => {
    const today = istDate(now)
    return start_date >= today
      ? null
      : {
          message: `start_date ${start_date} lies before today, ${today} in Indian time.`,
          pointer: '/start_date',
          limit: { earliest: today },
        }
  },
}

/** A mandate ends after it begins, and within a lifetime's reach. */
export const MANDATE_VALIDITY: Rule<Recurrence> = {
  id: 'mandate.validity',
  title: 'end_date is not before start_date, and at most 30 years after it.',
  value: { longest_years: LONGEST_YEARS },
  effective_from: LAUNCH_DATE,
  source: 'assumption',
  assumption: true,
  consequence: 'validity_invalid',
  check: ({ start_date, end_date }) => {
    if (end_date < start_date)
      return {
        message: `end_date ${end_date} lies before start_date ${start_date}.`,
        pointer: '/end_date',
        limit: { earliest: start_date },
      }
    const latest = addMonths(start_date, LONGEST_YEARS * 12)
    return end_date <= latest
      ? null
      : {
          message: `end_date ${end_date} is more than ${LONGEST_YEARS} years after start_date ${start_date}; the latest is ${latest}.`,
          pointer: '/end_date',
          limit: { latest },
        }
  },
}

/** The day of a debit, the mandate it belongs to, and the field that names the day. */
export interface DebitDayFacts {
  readonly mandate: Recurrence
  readonly debit_date: IsoDate
  readonly pointer: string
}

/** Debits fall inside the validity. */
export const MANDATE_DEBIT_IN_VALIDITY: Rule<DebitDayFacts> = {
  id: 'mandate.debit_in_validity',
  title: 'A debit falls on a day from start_date to end_date.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'npci-codes',
  consequence: 'debit_outside_validity',
  check: ({ mandate, debit_date, pointer }) =>
    debit_date >= mandate.start_date && debit_date <= mandate.end_date
      ? null
      : {
          message: `${debit_date} lies outside the validity of the mandate, ${mandate.start_date} to ${mandate.end_date}.`,
          pointer,
          limit: { earliest: mandate.start_date, latest: mandate.end_date },
        },
  holding: ({ mandate, debit_date }) =>
    `${debit_date} lies within the validity of the mandate, ${mandate.start_date} to ${mandate.end_date}.`,
}
