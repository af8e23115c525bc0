import {
  cycleOf,
  type DayRange,
  type DebitRule,
  debitDays,
  type Frequency,
  isoDate,
  nextCycle,
  type Recurrence,
} from '@upi-autopay/rail'
import type { VectorFile } from './vector.ts'

/** The debit days of mandates from their first cycle on. */
export function dueDateVectors(): Readonly<Record<string, VectorFile>> {
  return {
    'due-dates.json': {
      about: 'The days on which the debits of a mandate may fall, cycle after cycle',
      use: 'input: the terms of a mandate, and how many cycles to list at most. expected: for each cycle from that of start_date on its key and the first and last day on which its debit may fall; debit_days is null where the rule leaves none inside the validity.',
      cases: MANDATES.map(([frequency, debit_rule, start, end]) => {
        const terms = {
          frequency,
          debit_rule,
          start_date: isoDate(start),
          end_date: isoDate(end),
        }
        return { input: { ...terms, cycles: MOST }, expected: dueDates(terms) }
      }),
    },
  }
}

const MOST = 14

function dueDates(terms: Recurrence): { cycle: string; debit_days: DayRange | null }[] {
  const due: { cycle: string; debit_days: DayRange | null }[] = []
  let cycle = cycleOf(terms, terms.start_date)
  while (cycle !== null && due.length < MOST) {
    due.push({ cycle: cycle.key, debit_days: debitDays(terms, cycle) })
    cycle = nextCycle(terms, cycle)
  }
  return due
}

const on = (day: number): DebitRule => ({ type: 'on', day })

const MANDATES: readonly (readonly [Frequency, DebitRule | null, string, string])[] = [
  ['one_time', null, '2028-01-31', '2028-03-31'],
  ['daily', null, '2028-02-26', '2028-03-03'],
  ['daily', null, '2027-12-29', '2028-12-29'],
  ['weekly', null, '2028-02-26', '2028-04-30'],
  ['weekly', on(1), '2028-02-26', '2028-04-30'],
  ['weekly', on(7), '2028-02-27', '2028-04-30'],
  ['weekly', { type: 'after', day: 5 }, '2028-02-27', '2028-04-30'],
  ['fortnightly', on(15), '2028-01-01', '2028-06-30'],
  ['fortnightly', on(16), '2028-01-01', '2028-06-30'],
  ['fortnightly', { type: 'before', day: 3 }, '2028-01-05', '2028-06-30'],
  ['monthly', on(29), '2027-01-31', '2028-03-31'],
  ['monthly', on(31), '2027-12-31', '2028-12-30'],
  ['monthly', { type: 'before', day: 5 }, '2028-01-06', '2028-12-31'],
  ['monthly', { type: 'after', day: 30 }, '2028-01-01', '2028-12-31'],
  ['bimonthly', on(31), '2028-02-29', '2029-12-31'],
  ['quarterly', on(1), '2028-02-29', '2030-12-31'],
  ['quarterly', { type: 'after', day: 31 }, '2028-11-30', '2030-12-31'],
  ['half_yearly', on(30), '2028-02-29', '2031-12-31'],
  ['yearly', on(29), '2028-02-29', '2033-02-28'],
  ['yearly', null, '2027-12-31', '2033-12-30'],
  ['as_presented', null, '2028-01-01', '2028-12-31'],
]
