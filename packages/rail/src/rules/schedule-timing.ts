import { LAUNCH_DATE } from './launch-date.ts'
import type { RuleRow } from './rule.ts'

/** The number of `schedule.notice_slack`. */
export const NOTICE_SLACK_MINUTES = 30

/** When schedules act. Nothing can break these rows: the engine acts at the moments that `noticeMoments` names. */
export const SCHEDULE_TIMING_RULES: readonly RuleRow[] = [
  {
    id: 'schedule.notice_moment',
    title:
      'A schedule sends the notice of a cycle midway between the earliest moment that the provider takes it and the last one that leaves the whole debit day.',
    value: {},
    effective_from: LAUNCH_DATE,
    source: 'assumption',
    assumption: true,
    consequence: 'sets',
  },
  {
    id: 'schedule.notice_slack',
    title:
      'A schedule skips a cycle whose notice would go out less than half an hour before the last moment that lead time and cut-off allow.',
    value: { minutes: NOTICE_SLACK_MINUTES },
    effective_from: LAUNCH_DATE,
    source: 'assumption',
    assumption: true,
    consequence: 'sets',
  },
]
