import { isBankBusinessDay, isoDate, nextBankBusinessDay } from '@upi-autopay/rail'
import type { VectorFile } from './vector.ts'

/** Bank business days around every kind of closure. */
export function bankDayVectors(): Readonly<Record<string, VectorFile>> {
  return {
    'business-days.json': {
      about: 'Bank business days, and the next one: where T+1 falls',
      use: 'input.holidays: further closed days of a region, by year. expected.open: whether banks work on input.date; expected.next: the first business day after it.',
      cases: DAYS.map(([day, holidays = {}]) => {
        const date = isoDate(day)
        return {
          input: { date, holidays },
          expected: {
            open: isBankBusinessDay(date, holidays),
            next: nextBankBusinessDay(date, holidays),
          },
        }
      }),
    },
  }
}

const REGIONAL = { 2026: [isoDate('2026-11-23'), isoDate('2026-11-24')] }

const DAYS: readonly (readonly [string, typeof REGIONAL?])[] = [
  ['2026-11-07'],
  ['2026-11-13'],
  ['2026-11-14'],
  ['2026-11-20'],
  ['2026-11-21'],
  ['2026-11-22'],
  ['2026-11-27'],
  ['2026-11-28'],
  ['2026-08-08'],
  ['2026-08-14'],
  ['2026-08-15'],
  ['2026-08-29'],
  ['2027-01-25'],
  ['2027-01-26'],
  ['2027-03-31'],
  ['2027-04-01'],
  ['2027-10-01'],
  ['2027-10-02'],
  ['2026-12-31'],
  ['2028-02-29'],
  ['2026-11-21', REGIONAL],
  ['2026-11-23', REGIONAL],
  ['2027-11-23', REGIONAL],
]
