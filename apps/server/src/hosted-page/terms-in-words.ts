import type { Mandate } from '@upi-autopay/engine'
import { type Frequency, formatRupees } from '@upi-autopay/rail'
import { debitDaysInWords } from './debit-days-in-words.ts'
import { dateInWords } from './moments-in-words.ts'

/** What a payer agrees to. */
export interface TermsInWords {
  /** How much each time. */
  readonly amount: string
  /** How often, and on which days. */
  readonly often: string
  readonly lines: readonly { readonly about: string; readonly says: string }[]
}

/** The terms of a mandate as a payer understands them. A value of two lines holds a line break. */
export function termsInWords(
  mandate: Mandate,
  payee: { readonly name: string; readonly payee_vpa: string },
): TermsInWords {
  const { amount_rule, min_amount, frequency, debit_rule, first_debit } = mandate
  const amount = formatRupees(mandate.amount)
  const days = debitDaysInWords(frequency, debit_rule)
  return {
    amount: amount_rule === 'exact' ? `exactly ${amount}` : `up to ${amount}`,
    often: `${FREQUENCY_WORDS[frequency]}${days === '' ? '' : `, ${days}`}`,
    lines: [
      { about: 'Paid to', says: `${payee.name}\n${payee.payee_vpa}` },
      { about: 'For', says: mandate.description },
      ...(min_amount === null
        ? []
        : [{ about: 'At least', says: `${formatRupees(min_amount)} each time` }]),
      ...(first_debit === null
        ? []
        : [
            {
              about: 'Right away',
              says: `${formatRupees(first_debit.amount)} is debited as soon as you approve`,
            },
          ]),
      { about: 'From', says: dateInWords(mandate.start_date) },
      { about: 'Until', says: dateInWords(mandate.end_date) },
    ],
  }
}

const FREQUENCY_WORDS: Readonly<Record<Frequency, string>> = {
  one_time: 'one time only',
  daily: 'at most once a day',
  weekly: 'at most once a week',
  fortnightly: 'at most once a fortnight',
  monthly: 'at most once a month',
  bimonthly: 'at most once every two months',
  quarterly: 'at most once every three months',
  half_yearly: 'at most once every six months',
  yearly: 'at most once a year',
  as_presented: 'each time the merchant asks',
}
