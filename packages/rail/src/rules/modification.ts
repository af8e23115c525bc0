import { type IsoDate, istDate } from '../calendar.ts'
import type { MandateTerms } from '../mandate-terms.ts'
import type { ProviderPolicy } from '../policy.ts'
import { AMOUNT_MAXIMUM, AMOUNT_MIN_AMOUNT, AMOUNT_MINIMUM } from './amount.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import { MANDATE_VALIDITY } from './mandate.ts'
import { onFacts } from './on-facts.ts'
import type { Rule } from './rule.ts'

/** What a change of a mandate asks for. Null leaves a term as it is; nothing else can be changed. */
export interface ModificationFacts {
  readonly mandate: MandateTerms
  readonly amount: number | null
  readonly end_date: IsoDate | null
  readonly policy: ProviderPolicy
}

/** A change that changes nothing would ask the payer for nothing. */
export const MODIFICATION_CHANGES: Rule<ModificationFacts> = {
  id: 'modification.changes',
  title: 'A modification names a new amount, a new end_date, or both.',
  value: { changeable: ['amount', 'end_date'] },
  effective_from: LAUNCH_DATE,
  source: 'setu',
  consequence: 'modification_empty',
  check: ({ mandate, amount, end_date }) =>
    (amount ?? mandate.amount) === mandate.amount &&
    (end_date ?? mandate.end_date) === mandate.end_date
      ? {
          message: `The mandate has amount ${mandate.amount} paise and end_date ${mandate.end_date} already.`,
          pointer: '',
        }
      : null,
}

/** A mandate is not made to end in the past; whoever wants it over revokes it. */
export const MODIFICATION_END_DATE: Rule<ModificationFacts> = {
  id: 'modification.end_date',
  title: 'A new end_date is today in Indian time, or later.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'assumption',
  assumption: true,
  consequence: 'end_date_in_past',
  applies: ({ end_date }) => end_date !== null,
  check: ({ end_date }, now) => {
    const today = istDate(now)
    return end_date === null || end_date >= today
      ? null
      : {
          message: `end_date ${end_date} lies before today, ${today} in Indian time.`,
          pointer: '/end_date',
          limit: { earliest: today },
        }
  },
}

/** What may refuse a modification, in order of precedence. The payer is asked only for what passes. */
export const MODIFICATION_RULES: readonly Rule<ModificationFacts>[] = [
  MODIFICATION_CHANGES,
  onFacts(AMOUNT_MINIMUM, modifiedTerms),
  onFacts(AMOUNT_MAXIMUM, (facts: ModificationFacts) => ({
    ...modifiedTerms(facts),
    policy: facts.policy,
  })),
  onFacts(
    { ...AMOUNT_MIN_AMOUNT, applies: ({ min_amount }) => min_amount !== null },
    modifiedTerms,
    '/amount',
  ),
  MODIFICATION_END_DATE,
  onFacts(MANDATE_VALIDITY, modifiedTerms),
]

/** The terms as they would be, once the payer has approved. */
export function modifiedTerms({ mandate, amount, end_date }: ModificationFacts): MandateTerms {
  return {
    ...mandate,
    amount: amount ?? mandate.amount,
    end_date: end_date ?? mandate.end_date,
  }
}
