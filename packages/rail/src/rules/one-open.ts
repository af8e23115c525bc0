import type { OpenFacts } from './facts.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import type { Rule } from './rule.ts'

/** A cycle is announced once at a time, so that the payer does not hear of two debits where one may come. */
export const NOTICE_ONE_OPEN: Rule<OpenFacts> = {
  id: 'notice.one_open',
  title: 'A cycle has one open notice.',
  value: { open: 1 },
  effective_from: LAUNCH_DATE,
  source: 'assumption',
  assumption: true,
  consequence: 'notification_open',
  check: ({ open_notice }) =>
    open_notice === null
      ? null
      : {
          message: `Notification ${open_notice.id} is ${open_notice.status} for the same cycle, which has 1 at a time.`,
          pointer: '',
          limit: { open: 1 },
        },
}

/** A cycle is debited once at a time: while one debit may still succeed, a second could make two. */
export const PRESENTATION_ONE_OPEN: Rule<OpenFacts> = {
  id: 'presentation.one_open',
  title: 'A cycle has one debit that is not final; one whose outcome is unknown is not.',
  value: { open: 1 },
  effective_from: LAUNCH_DATE,
  source: 'assumption',
  assumption: true,
  consequence: 'presentation_open',
  check: ({ open_debit }) =>
    open_debit === null
      ? null
      : {
          message: `Presentation ${open_debit.id} is ${open_debit.status} for the same cycle, which has 1 at a time.`,
          pointer: '',
          limit: { open: 1 },
        },
}
