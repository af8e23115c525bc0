import {
  addDays,
  addMonths,
  dayOfMonth,
  daysInMonth,
  type IsoDate,
  monthNumber,
  weekday,
} from './calendar.ts'
import type { Recurrence } from './mandate-terms.ts'
import type { Frequency } from './vocabulary.ts'

/**
 * One turn of a mandate, in which one debit may succeed. `from` and `until` are Indian days, both included,
 * not clipped to the validity, so that a later end date leaves the cycle as it was.
 */
export interface Cycle {
  /** Stable text that names the cycle within its mandate, such as `2026-11-01`. */
  readonly key: string
  readonly from: IsoDate
  readonly until: IsoDate
}

/** Days, both included. */
export interface DayRange {
  readonly from: IsoDate
  readonly until: IsoDate
}

/**
 * The cycle that a day belongs to; null for `as_presented`, where each notification is a cycle of its own.
 * Calendar cycles in Indian time (assumption): week Monday to Sunday, fortnight 1-15 and 16-end of month,
 * longer ones whole months counted from the month of `start_date`; `one_time` is the whole validity.
 */
export function cycleOf(recurrence: Recurrence, date: IsoDate): Cycle | null {
  switch (recurrence.frequency) {
    case 'as_presented':
      return null
    case 'one_time':
      return cycle(recurrence.start_date, recurrence.end_date)
    case 'daily':
      return cycle(date, date)
    case 'weekly': {
      const monday = addDays(date, 1 - weekday(date))
      return cycle(monday, addDays(monday, 6))
    }
    case 'fortnightly': {
      const first = firstOfMonth(date)
      return dayOfMonth(date) <= FORTNIGHT_DAYS
        ? cycle(first, addDays(first, FORTNIGHT_DAYS - 1))
        : cycle(addDays(first, FORTNIGHT_DAYS), lastOfMonth(first))
    }
    default:
      return monthsCycle(recurrence.start_date, date, MONTHS[recurrence.frequency])
  }
}

/** The cycle after `current`; null when it would begin after `end_date`, and for `one_time` and `as_presented`. */
export function nextCycle(recurrence: Recurrence, current: Cycle): Cycle | null {
  if (recurrence.frequency === 'one_time') return null
  const from = addDays(current.until, 1)
  return from > recurrence.end_date ? null : cycleOf(recurrence, from)
}

/**
 * The days of a cycle on which the debit rule lets a debit fall, clipped to the validity; null if none is left.
 * The day counts from the cycle's first and is clamped to the end of the week, fortnight or first month
 * (assumption); `before` reaches back to the cycle's first day, `after` on to its last.
 */
export function debitDays(recurrence: Recurrence, current: Cycle): DayRange | null {
  const ruled = ruledDays(recurrence, current)
  const from = ruled.from > recurrence.start_date ? ruled.from : recurrence.start_date
  const until = ruled.until < recurrence.end_date ? ruled.until : recurrence.end_date
  return from > until ? null : { from, until }
}

/** Whether a debit may fall on a day: inside the validity and where the debit rule lets it. */
export function allowsDebitOn(recurrence: Recurrence, date: IsoDate): boolean {
  if (date < recurrence.start_date || date > recurrence.end_date) return false
  const current = cycleOf(recurrence, date)
  if (current === null) return true
  const days = debitDays(recurrence, current)
  return days !== null && date >= days.from && date <= days.until
}

const FORTNIGHT_DAYS = 15

const MONTHS: Readonly<
  Record<
    Exclude<Frequency, 'as_presented' | 'one_time' | 'daily' | 'weekly' | 'fortnightly'>,
    number
  >
> = { monthly: 1, bimonthly: 2, quarterly: 3, half_yearly: 6, yearly: 12 }

function ruledDays({ frequency, debit_rule: rule }: Recurrence, { from, until }: Cycle): DayRange {
  if (rule === null) return { from, until }
  const last = frequency === 'weekly' || frequency === 'fortnightly' ? until : lastOfMonth(from)
  const counted = addDays(from, rule.day - 1)
  const day = counted < last ? counted : last
  switch (rule.type) {
    case 'on':
      return { from: day, until: day }
    case 'before':
      return { from, until: day }
    case 'after':
      return { from: day, until }
  }
}

function monthsCycle(start: IsoDate, date: IsoDate, months: number): Cycle {
  const first = firstOfMonth(start)
  const turns = Math.floor((monthNumber(date) - monthNumber(first)) / months)
  const from = addMonths(first, turns * months)
  return cycle(from, addDays(addMonths(from, months), -1))
}

function cycle(from: IsoDate, until: IsoDate): Cycle {
  return { key: from, from, until }
}

function firstOfMonth(date: IsoDate): IsoDate {
  return addDays(date, 1 - dayOfMonth(date))
}

function lastOfMonth(date: IsoDate): IsoDate {
  return addDays(date, daysInMonth(date) - dayOfMonth(date))
}
