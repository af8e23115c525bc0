import type { Mandate } from '@upi-autopay/engine'
import { type Frequency, formatRupees, type IsoDate } from '@upi-autopay/rail'

/** One line of the terms: what it is about, and what the payer agrees to. */
export interface Term {
  readonly about: string
  readonly says: string
}

/** The terms of a mandate as a payer understands them. */
export function termsInWords(mandate: Mandate, merchant: string): Term[] {
  const { amount, amount_rule, min_amount, frequency, debit_rule, first_debit } = mandate
  const most = formatRupees(amount)
  const least = min_amount === null ? '' : `, at least ${formatRupees(min_amount)}`
  const day =
    debit_rule === null ? '' : `, ${DAY_WORDS[debit_rule.type]} day ${debit_rule.day} of the period`
  return [
    { about: 'To', says: merchant },
    { about: 'For', says: mandate.description },
    {
      about: 'Amount',
      says:
        amount_rule === 'exact' ? `exactly ${most} each time` : `up to ${most} each time${least}`,
    },
    { about: 'How often', says: `${FREQUENCY_WORDS[frequency]}${day}` },
    { about: 'From', says: dateInWords(mandate.start_date) },
    { about: 'Until', says: dateInWords(mandate.end_date) },
    ...(first_debit === null
      ? []
      : [
          {
            about: 'Right away',
            says: `${formatRupees(first_debit.amount)} is debited as soon as you approve`,
          },
        ]),
  ]
}

const FREQUENCY_WORDS: Readonly<Record<Frequency, string>> = {
  one_time: 'once',
  daily: 'once a day',
  weekly: 'once a week',
  fortnightly: 'once a fortnight',
  monthly: 'once a month',
  bimonthly: 'once every two months',
  quarterly: 'once every three months',
  half_yearly: 'once every six months',
  yearly: 'once a year',
  as_presented: 'whenever the merchant asks, each time with notice',
}

const DAY_WORDS = { on: 'on', before: 'on or before', after: 'on or after' } as const

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function dateInWords(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`
}
