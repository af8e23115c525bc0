import type { AttemptFacts } from './facts.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import type { Rule } from './rule.ts'
import type { Ruled } from './rules-date.ts'

/** The category is one for which the acquirer has approved the merchant. */
export const ACCOUNT_MCC_APPROVED: Rule<{
  readonly mcc: string
  readonly approved_mccs: readonly string[]
}> = {
  id: 'account.mcc_approved',
  title: 'The merchant category of a mandate or payment is one that the account is approved for.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'npci-oc-151a',
  consequence: 'mcc_not_approved',
  check: ({ mcc, approved_mccs }) =>
    approved_mccs.includes(mcc)
      ? null
      : {
          message: `Category ${mcc} is not among the approved ones: ${approved_mccs.join(', ')}.`,
          pointer: '/mcc',
          limit: { approved: approved_mccs.join(', ') },
        },
}

/** What may refuse a change of an account: its default category is an approved one, whichever of the two is changed. */
export const ACCOUNT_RULES: readonly Rule<
  Ruled & { mcc: string; approved_mccs: readonly string[] }
>[] = [ACCOUNT_MCC_APPROVED]

/** A merchant who has stopped debits gets none until they are resumed: what comes due waits, which refuses nothing. */
export const ACCOUNT_DEBITS_STOPPED: Rule<Pick<AttemptFacts, 'debits_stopped'>> = {
  id: 'account.debits_stopped',
  title: 'Nothing is presented while the merchant has stopped debits.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'assumption',
  assumption: true,
  consequence: 'defers',
  check: ({ debits_stopped }) =>
    debits_stopped
      ? {
          message:
            'The merchant has stopped the debits of this account; they wait until they are resumed.',
          pointer: '',
        }
      : null,
  holding: () => 'The merchant has not stopped the debits of this account.',
}
