import { addDays, dayOfMonth, type IsoDate, weekday } from './calendar.ts'
import { BANK_CLOSURES } from './rules/settlement.ts'

/** Further days on which the banks of a region are closed, by year, such as `{ 2027: ['2027-03-22'] }`. */
export type HolidayTable = Readonly<Record<string, readonly IsoDate[]>>

/**
 * Whether banks work on an Indian day: not on Sundays, second and fourth Saturdays, the fixed days of the year, and
 * the holidays handed in. Festivals differ by region and year, so none is known here.
 */
export function isBankBusinessDay(date: IsoDate, holidays: HolidayTable = {}): boolean {
  if (weekday(date) === BANK_CLOSURES.weekday) return false
  if (weekday(date) === 6 && isClosedSaturday(date)) return false
  if (BANK_CLOSURES.yearly.some((day) => day === date.slice(5))) return false
  return !(holidays[date.slice(0, 4)]?.includes(date) ?? false)
}

/** The first bank business day after a day: where T+1 falls. */
export function nextBankBusinessDay(date: IsoDate, holidays: HolidayTable = {}): IsoDate {
  let next = addDays(date, 1)
  while (!isBankBusinessDay(next, holidays)) next = addDays(next, 1)
  return next
}

/** The Saturdays of a month are counted from its first day. */
function isClosedSaturday(date: IsoDate): boolean {
  const nth = String(Math.ceil(dayOfMonth(date) / 7))
  return BANK_CLOSURES.saturdays.some((closed) => closed === nth)
}
