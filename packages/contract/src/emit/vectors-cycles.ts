import {
  allowsDebitOn,
  cycleOf,
  type DebitRule,
  debitDays,
  FREQUENCIES,
  isoDate,
  nextCycle,
  type Recurrence,
} from '@upi-autopay/rail'
import type { Vector, VectorFile } from './vector.ts'

/** Cycles and debit days of every frequency, with and without each kind of debit rule. */
export function cycleVectors(): Readonly<Record<string, VectorFile>> {
  return {
    'cycles.json': {
      about: 'The cycle of a day, its debit days and the cycle after it',
      use: 'input: the terms of a mandate and a day. expected.cycle: the cycle that the day belongs to, ends included, not clipped to the validity; debit_days: where its debit may fall; next_cycle: null where none begins by end_date; allows_debit: whether a debit may fall on the day itself.',
      cases: FREQUENCIES.flatMap((frequency) =>
        rules(frequency).flatMap((debit_rule) =>
          DATES.map((text): Vector => {
            const date = isoDate(text)
            const recurrence = { frequency, debit_rule, ...VALIDITY }
            const cycle = cycleOf(recurrence, date)
            return {
              input: { ...recurrence, date },
              expected: {
                cycle,
                debit_days: cycle && debitDays(recurrence, cycle),
                next_cycle: cycle && nextCycle(recurrence, cycle),
                allows_debit: allowsDebitOn(recurrence, date),
              },
            }
          }),
        ),
      ),
    },
  }
}

const VALIDITY = { start_date: isoDate('2027-11-20'), end_date: isoDate('2029-03-10') }

/** First and last days, a leap day, the ends of a short month, of a fortnight and of a year. */
const DATES = [
  '2027-11-20',
  '2027-12-31',
  '2028-02-15',
  '2028-02-16',
  '2028-02-29',
  '2028-04-30',
  '2029-02-28',
  '2029-03-10',
]

function rules(frequency: Recurrence['frequency']): readonly (DebitRule | null)[] {
  switch (frequency) {
    case 'one_time':
    case 'daily':
    case 'as_presented':
      return [null]
    default: {
      const day = frequency === 'weekly' ? 3 : frequency === 'fortnightly' ? 16 : 31
      return [
        null,
        { type: 'on', day },
        { type: 'before', day },
        { type: 'after', day },
        { type: 'on', day: 1 },
      ]
    }
  }
}
