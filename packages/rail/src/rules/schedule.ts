import { type IsoDate, istDate } from '../calendar.ts'
import type { MandateTerms } from '../mandate-terms.ts'
import type { ProviderPolicy } from '../policy.ts'
import { AMOUNT_MANDATE_RULE, AMOUNT_MAXIMUM, AMOUNT_MINIMUM } from './amount.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import type { Rule } from './rule.ts'

/** What the rules of a schedule need to know. */
export interface ScheduleFacts {
  readonly mandate: MandateTerms
  readonly starts_on: IsoDate
  readonly until: IsoDate | null
  readonly count: number | null
  /** The cycles that lie between `starts_on` and the end, counted up to `count`. */
  readonly cycles: number
  /** Those of them whose notice can still be in time. */
  readonly cycles_in_time: number
  readonly open_schedule: { readonly id: string; readonly status: string } | null
  readonly policy: ProviderPolicy
}

/** What the amount of one cycle must keep. */
export interface ScheduleAmountFacts {
  readonly amount: number
  readonly mandate: MandateTerms
  readonly policy: ProviderPolicy
}

const SCHEDULE_ONE_OPEN: Rule<ScheduleFacts> = {
  id: 'schedule.one_open',
  title: 'A mandate has one schedule that is active or paused.',
  value: { open: 1 },
  effective_from: LAUNCH_DATE,
  source: 'assumption',
  assumption: true,
  consequence: 'schedule_open',
  check: ({ open_schedule }) =>
    open_schedule === null
      ? null
      : {
          message: `Schedule ${open_schedule.id} of this mandate is ${open_schedule.status}; there may be 1 at a time.`,
          pointer: '',
          limit: { open: 1 },
        },
}

const SCHEDULE_FREQUENCY: Rule<ScheduleFacts> = {
  id: 'schedule.frequency',
  title: 'A schedule goes with a mandate that has cycles; as_presented has none.',
  value: { without_cycles: ['as_presented'] },
  effective_from: LAUNCH_DATE,
  source: 'assumption',
  assumption: true,
  consequence: 'schedule_without_cycles',
  check: ({ mandate: { frequency } }) =>
    frequency === 'as_presented'
      ? { message: `The mandate is ${frequency}: it has no cycles to schedule.`, pointer: '' }
      : null,
}

const SCHEDULE_STARTS_ON: Rule<ScheduleFacts> = {
  id: 'schedule.starts_on',
  title: 'starts_on is today in Indian time or later, and not after the end of the mandate.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'assumption',
  assumption: true,
  consequence: 'schedule_dates_invalid',
  check: ({ starts_on, mandate }, now) => {
    const today = istDate(now)
    return starts_on >= today && starts_on <= mandate.end_date
      ? null
      : {
          message: `starts_on ${starts_on} is not within ${today} (today) to ${mandate.end_date}, the end of the mandate.`,
          pointer: '/starts_on',
          limit: { earliest: today, latest: mandate.end_date },
        }
  },
}

const SCHEDULE_UNTIL: Rule<ScheduleFacts> = {
  id: 'schedule.until',
  title: 'until is not before starts_on, and not after the end of the mandate.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'assumption',
  assumption: true,
  consequence: 'schedule_dates_invalid',
  applies: ({ until }) => until !== null,
  check: ({ starts_on, until, mandate }) =>
    until === null || (until >= starts_on && until <= mandate.end_date)
      ? null
      : {
          message: `until ${until} is not within ${starts_on} (starts_on) to ${mandate.end_date}, the end of the mandate.`,
          pointer: '/until',
          limit: { earliest: starts_on, latest: mandate.end_date },
        },
}

/** A debtor who owes twelve instalments is told now that the mandate has room for eleven, not in a year. */
const SCHEDULE_ROOM: Rule<ScheduleFacts> = {
  id: 'schedule.room',
  title:
    'All cycles that count asks for, or else at least one, lie between starts_on and the end, and one of them can still be announced.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'assumption',
  assumption: true,
  consequence: 'schedule_too_long',
  // Days that are impossible have been named already.
  applies: ({ mandate, starts_on, until }) =>
    mandate.frequency !== 'as_presented' &&
    starts_on <= (until ?? mandate.end_date) &&
    starts_on <= mandate.end_date,
  check: ({ starts_on, until, count, cycles, cycles_in_time, mandate }) => {
    const end = until ?? mandate.end_date
    if (cycles < (count ?? 1))
      return {
        message: `From ${starts_on} to ${end} there are ${cycles} cycles with a debit day, and the schedule has ${count ?? 1}.`,
        pointer: count === null ? '/starts_on' : '/count',
        limit: { cycles },
      }
    return cycles_in_time > 0
      ? null
      : {
          message: `It is too late to announce any of the ${cycles} cycles from ${starts_on} to ${end}.`,
          pointer: '/starts_on',
          limit: { cycles: 0 },
        }
  },
}

/** What may stand in the way of a schedule, told before its rules. */
export const OPEN_SCHEDULE_RULES: readonly Rule<ScheduleFacts>[] = [SCHEDULE_ONE_OPEN]

/** What may refuse the amount of a cycle, in order of precedence. */
export const SCHEDULE_AMOUNT_RULES: readonly Rule<ScheduleAmountFacts>[] = [
  AMOUNT_MINIMUM,
  AMOUNT_MAXIMUM,
  AMOUNT_MANDATE_RULE,
]

/** What may refuse a schedule, in order of precedence, after the amounts of its cycles. */
export const SCHEDULE_RULES: readonly Rule<ScheduleFacts>[] = [
  SCHEDULE_FREQUENCY,
  SCHEDULE_STARTS_ON,
  SCHEDULE_UNTIL,
  SCHEDULE_ROOM,
]
