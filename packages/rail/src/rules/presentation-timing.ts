import { formatIst, type Instant, startOfIstDay } from '../calendar.ts'
import { isOffPeak, nextOffPeak } from '../windows.ts'
import type { AttemptFacts, DeliveredNotice } from './facts.ts'
import { restated } from './framework.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import { PEAK_HOURS } from './peak-hours.ts'
import { rulesDate } from './rules-date.ts'
import type { TimingRule } from './timing-rule.ts'

const DEBIT_DATE: TimingRule = {
  id: 'presentation.debit_date',
  title: 'A notified debit is made no sooner than the day or moment that the notice names.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'rbi-2020',
  consequence: 'defers',
  reason: 'debit_date',
  applies: ({ notice }) => notice !== null,
  next: ({ notice }, at) => (notice === null ? at : (Math.max(at, named(notice)) as Instant)),
  check: ({ notice }, now) =>
    notice === null || now >= named(notice)
      ? null
      : {
          message: `The notice names ${formatIst(named(notice))}; it is ${formatIst(now)}.`,
          pointer: '',
          limit: { earliest: formatIst(named(notice)) },
        },
  holding: ({ notice }) =>
    notice === null
      ? 'No notice names a day.'
      : `The notice names ${formatIst(named(notice))}, which has come.`,
}

/** The payer was told a day, perhaps a moment: not before that. */
export const PRESENTATION_DEBIT_DATE: readonly TimingRule[] = restated(DEBIT_DATE, 'rbi-2020')

/** Recurring debits keep out of the rail's busy hours. An instant one has the payer waiting (assumption). */
export const PRESENTATION_OFF_PEAK: TimingRule = {
  id: 'presentation.off_peak',
  title:
    'A recurring debit is started outside 10:00-13:00 and 17:00-21:30 Indian time; an instant one at any time.',
  value: { peak_hours: PEAK_HOURS.peak_hours },
  effective_from: PEAK_HOURS.effective_from,
  source: 'npci-oc-215a',
  consequence: 'defers',
  reason: 'peak_hours',
  applies: ({ instant }) => !instant,
  next: ({ policy }, at) => nextOffPeak(at, rulesDate(policy, at)),
  check: ({ policy }, now) =>
    isOffPeak(now, rulesDate(policy, now))
      ? null
      : {
          message: `${formatIst(now)} lies in peak hours (${PEAK_HOURS.peak_hours.join(', ')}); the next off-peak window begins at ${formatIst(nextOffPeak(now, rulesDate(policy, now)))}.`,
          pointer: '',
          limit: { earliest: formatIst(nextOffPeak(now, rulesDate(policy, now))) },
        },
  holding: (_facts, now) =>
    `${formatIst(now)} lies outside peak hours (${PEAK_HOURS.peak_hours.join(', ')}).`,
}

/** Between two attempts the provider wants a pause. */
export const PRESENTATION_ATTEMPT_SPACING: TimingRule = {
  id: 'presentation.attempt_spacing',
  title: 'Between two attempts passes the time that the provider demands.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'decentro-presentation',
  assumption: true,
  consequence: 'defers',
  reason: 'attempt_spacing',
  applies: ({ last_attempt_at }) => last_attempt_at !== null,
  next: (facts, at) => Math.max(at, spaced(facts) ?? at) as Instant,
  check: (facts, now) => {
    const from = spaced(facts)
    return from === null || now >= from
      ? null
      : {
          message: `The last attempt was less than ${facts.policy.attempt_spacing_minutes} minutes ago; the next may be made at ${formatIst(from)}.`,
          pointer: '',
          limit: {
            spacing_minutes: facts.policy.attempt_spacing_minutes,
            earliest: formatIst(from),
          },
        }
  },
  holding: ({ policy }) =>
    `The last attempt was ${policy.attempt_spacing_minutes} minutes ago or more.`,
}

function named(notice: DeliveredNotice): Instant {
  return notice.debit_at ?? startOfIstDay(notice.debit_date)
}

function spaced({ last_attempt_at, policy }: AttemptFacts): Instant | null {
  return last_attempt_at === null
    ? null
    : ((last_attempt_at + policy.attempt_spacing_minutes * 60_000) as Instant)
}
