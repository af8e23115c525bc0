import { type IsoDate, istDate } from '../calendar.ts'
import type { MandateTerms } from '../mandate-terms.ts'
import type { ProviderPolicy } from '../policy.ts'
import { AMOUNT_MANDATE_RULE, AMOUNT_MAXIMUM, AMOUNT_MIN_AMOUNT, AMOUNT_MINIMUM } from './amount.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import { MANDATE_DEBIT_IN_VALIDITY, MANDATE_VALIDITY } from './mandate.ts'
import { onFacts } from './on-facts.ts'
import { approvalTimeFinding, REGISTRATION_EXPIRY } from './registration.ts'
import type { Rule } from './rule.ts'

/** What a change of a mandate asks for. Null leaves a term as it is; nothing else can be changed. */
export interface ModificationFacts {
  readonly mandate: MandateTerms
  readonly amount: number | null
  readonly end_date: IsoDate | null
  /** How long the payer is given; null leaves it to the service. */
  readonly expires_in_ms: number | null
  readonly policy: ProviderPolicy
}

/** The change that the payer has not answered yet; null for none. */
export interface OpenModificationFacts {
  readonly open: { readonly id: string } | null
  readonly policy: ProviderPolicy
}

/** One question at a time: a second one would change what the payer is looking at. */
export const MODIFICATION_ONE_OPEN: Rule<OpenModificationFacts> = {
  id: 'modification.one_open',
  title: 'A mandate has one modification that waits for its payer.',
  value: { open: 1 },
  effective_from: LAUNCH_DATE,
  source: 'assumption',
  assumption: true,
  consequence: 'modification_open',
  check: ({ open }) =>
    open === null
      ? null
      : {
          message: `Modification ${open.id} still waits for the payer; a mandate has 1 at a time.`,
          pointer: '',
          limit: { open: 1 },
        },
}

/** What may stand in the way of a modification, told before its rules. */
export const OPEN_MODIFICATION_RULES: readonly Rule<OpenModificationFacts>[] = [
  MODIFICATION_ONE_OPEN,
]

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

/** How long a payer may be given to approve a change: as long as for a mandate. */
export const MODIFICATION_EXPIRY: Rule<ModificationFacts> = {
  id: 'modification.expiry',
  title: 'The payer has between one minute and 30 days to approve a modification.',
  value: REGISTRATION_EXPIRY.value,
  effective_from: LAUNCH_DATE,
  source: 'assumption',
  assumption: true,
  consequence: 'modification_expiry_invalid',
  check: ({ expires_in_ms: given }) =>
    given === null ? null : approvalTimeFinding(given, '/expires_in'),
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
  MODIFICATION_EXPIRY,
]

/** The terms as they would be, once the payer has approved. */
export function modifiedTerms({ mandate, amount, end_date }: ModificationFacts): MandateTerms {
  return {
    ...mandate,
    amount: amount ?? mandate.amount,
    end_date: end_date ?? mandate.end_date,
  }
}

/** A debit that was announced, or is planned, under terms that have changed since. */
export interface AnnouncedDebitFacts {
  readonly amount: number
  readonly mandate: MandateTerms
  readonly debit_date: IsoDate
  readonly policy: ProviderPolicy
}

/** What an announced debit must still keep to once the terms of its mandate have changed; otherwise it is cancelled. */
export const ANNOUNCED_DEBIT_RULES: readonly Rule<AnnouncedDebitFacts>[] = [
  AMOUNT_MANDATE_RULE,
  onFacts(MANDATE_DEBIT_IN_VALIDITY, ({ mandate, debit_date }: AnnouncedDebitFacts) => ({
    mandate,
    debit_date,
    pointer: '/debit_date',
  })),
]
