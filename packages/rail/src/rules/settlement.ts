import { LAUNCH_DATE } from './launch-date.ts'
import type { RuleRow } from './rule.ts'

/** The numbers of `settlement.business_day`: when banks everywhere are closed. Days of the year as `MM-DD`. */
export const BANK_CLOSURES = {
  weekday: 7,
  saturdays: ['2', '4'],
  yearly: ['01-26', '04-01', '08-15', '10-02'],
} as const

/** The numbers of `settlement.run`: how often T+0 is paid out, and when in the Indian day T+1 is. */
export const SETTLEMENT_RUN = { t0_minutes: 15, t1_minute_of_day: 600 } as const

/** The rows of settlement. Nothing can break them: they say when a run is, and which day T+1 is. */
export const SETTLEMENT_RULES: readonly RuleRow[] = [
  {
    id: 'settlement.business_day',
    title:
      'Banks are closed on Sundays, on the second and fourth Saturday of a month, on three national holidays and the yearly closing of accounts; regional holidays come on top.',
    value: {
      closed_weekday: BANK_CLOSURES.weekday,
      closed_saturdays: BANK_CLOSURES.saturdays,
      closed_yearly: BANK_CLOSURES.yearly,
    },
    effective_from: LAUNCH_DATE,
    source: 'rbi-holidays',
    consequence: 'sets',
  },
  {
    id: 'settlement.run',
    title:
      'T+0 is settled every quarter of an hour on any day, T+1 at ten in the morning of the next bank business day; a run that comes to nothing or less waits for the next.',
    value: SETTLEMENT_RUN,
    effective_from: LAUNCH_DATE,
    source: 'assumption',
    assumption: true,
    consequence: 'sets',
  },
]
