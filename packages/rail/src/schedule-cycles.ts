import {
  addDays,
  addMonths,
  dayOfMonth,
  daysBetween,
  daysInMonth,
  type IsoDate,
  monthNumber,
} from './calendar.ts'
import { type Cycle, cycleOf, type DayRange, debitDays, nextCycle } from './cycles.ts'
import type { Recurrence } from './mandate-terms.ts'

/** The terms of a schedule that decide its days. */
export interface ScheduleDays {
  /** The first Indian day on which it may debit. */
  readonly starts_on: IsoDate
  /** The last one; null: as long as the mandate is valid. */
  readonly until: IsoDate | null
  /** How many cycles, those that are skipped included; null: no end of its own. */
  readonly count: number | null
}

/** One cycle of a schedule. */
export interface ScheduleCycle {
  /** From 1, in order. */
  readonly number: number
  readonly cycle: Cycle
  /** The day on which the schedule debits. */
  readonly debit_date: IsoDate
  /** That day and those after it to which the debit may still move in its cycle. */
  readonly days: DayRange
}

/**
 * The cycles of a schedule, in order. The first debit falls on the first day from `starts_on` on that the debit rule
 * allows; each later one on the same day of its cycle, moved to the last or the nearest allowed day where a cycle has
 * no such day. So a monthly schedule from the 15th debits on each 15th.
 *
 * @param from a cycle that was yielded before, to go on there instead of at the beginning
 */
export function* scheduleCycles(
  recurrence: Recurrence,
  schedule: ScheduleDays,
  from?: { readonly number: number; readonly from: IsoDate },
): Generator<ScheduleCycle> {
  const first = firstDebit(recurrence, schedule.starts_on)
  if (first === null) return
  const { count } = schedule
  const last =
    schedule.until !== null && schedule.until < recurrence.end_date
      ? schedule.until
      : recurrence.end_date
  let cycle = from === undefined ? first.cycle : cycleOf(recurrence, from.from)
  for (let number = from?.number ?? 1; cycle !== null; number++) {
    const debit_date = debitDate(recurrence, cycle, first)
    if ((count !== null && number > count) || debit_date > last) return
    const allowed = ruledDays(recurrence, cycle)
    const until = allowed === null || allowed.until > last ? last : allowed.until
    yield { number, cycle, debit_date, days: { from: debit_date, until } }
    cycle = nextCycle(recurrence, cycle)
  }
}

interface FirstDebit {
  readonly cycle: Cycle
  readonly date: IsoDate
}

/** The first allowed day from a day on, with its cycle; null where none is left in the validity. */
function firstDebit(recurrence: Recurrence, starts_on: IsoDate): FirstDebit | null {
  const from = starts_on > recurrence.start_date ? starts_on : recurrence.start_date
  if (from > recurrence.end_date) return null
  for (
    let cycle = cycleOf(recurrence, from);
    cycle !== null;
    cycle = nextCycle(recurrence, cycle)
  ) {
    const days = debitDays(recurrence, cycle)
    if (days !== null && days.until >= from)
      return { cycle, date: days.from > from ? days.from : from }
  }
  return null
}

function debitDate(recurrence: Recurrence, cycle: Cycle, first: FirstDebit): IsoDate {
  const like = sameDay(recurrence, cycle, first)
  const allowed = ruledDays(recurrence, cycle)
  if (allowed === null) return like
  if (like < allowed.from) return allowed.from
  return like > allowed.until ? allowed.until : like
}

/** The day that lies in its cycle where the first debit lay in its own. */
function sameDay({ frequency }: Recurrence, cycle: Cycle, first: FirstDebit): IsoDate {
  if (frequency === 'one_time') return first.date
  if (frequency === 'daily' || frequency === 'weekly' || frequency === 'fortnightly')
    return addDays(cycle.from, daysBetween(first.cycle.from, first.date))
  const month = addMonths(cycle.from, monthNumber(first.date) - monthNumber(first.cycle.from))
  return addDays(month, Math.min(dayOfMonth(first.date), daysInMonth(month)) - 1)
}

/** The allowed days of a cycle as if the mandate ended after it: a day cut off by its end is no day of the schedule. */
function ruledDays(recurrence: Recurrence, cycle: Cycle): DayRange | null {
  const end_date = cycle.until > recurrence.end_date ? cycle.until : recurrence.end_date
  return debitDays({ ...recurrence, end_date }, cycle)
}
