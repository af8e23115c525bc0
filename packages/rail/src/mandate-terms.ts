import type { IsoDate } from './calendar.ts'
import type { AmountRule, DebitRule, Frequency } from './vocabulary.ts'

/** What the payer agreed to: how much, how often, from when until when. Amounts in paise. */
export interface MandateTerms {
  readonly amount: number
  readonly amount_rule: AmountRule
  readonly min_amount: number | null
  readonly frequency: Frequency
  readonly debit_rule: DebitRule | null
  readonly start_date: IsoDate
  readonly end_date: IsoDate
}

/** The part of the terms that decides days. */
export type Recurrence = Pick<MandateTerms, 'frequency' | 'debit_rule' | 'start_date' | 'end_date'>
