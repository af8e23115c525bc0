import type { CycleFacts } from './facts.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import type { Rule } from './rule.ts'

/** A cycle is paid once. */
export const CYCLE_ONE_SUCCESS: Rule<{ readonly cycle: CycleFacts }> = {
  id: 'cycle.one_success',
  title: 'A cycle has one successful debit.',
  value: { successes: 1 },
  effective_from: LAUNCH_DATE,
  source: 'npci-codes',
  consequence: 'cycle_already_debited',
  check: ({ cycle }) =>
    cycle.succeeded
      ? {
          message: 'This cycle has 1 successful debit, and may have only 1.',
          pointer: '',
          limit: { successes: 1 },
        }
      : null,
  holding: () => 'This cycle has 0 successful debits, and may have 1.',
}
