import type { Instant, IsoDate } from './calendar.ts'
import { railReference, railTransactionId } from './identifiers.ts'
import { formatDecimalRupees } from './money.ts'
import { BLOCK_FLAG, initiationMode, purposeCode, revocableFlag } from './rules/link.ts'
import type { AmountRule, DebitRule, Flow, Frequency } from './vocabulary.ts'

/** What a link of a registration, or of a change of one, carries. Amounts in paise. */
export interface MandateLinkTerms {
  readonly mandate_id: string
  readonly reference_id: string
  readonly payee_vpa: string
  readonly payee_name: string
  readonly mcc: string
  readonly description: string
  readonly amount: number
  readonly amount_rule: AmountRule
  readonly frequency: Frequency
  readonly debit_rule: DebitRule | null
  readonly start_date: IsoDate
  readonly end_date: IsoDate
  readonly first_debit_amount: number | null
  readonly flow: Flow
  readonly expires_at: Instant
  /** The mandate's number on the rail, where the link changes a mandate that stands; null for a new one. */
  readonly umn: string | null
  /** The day whose rules the link follows. */
  readonly rules_on: IsoDate
}

const RECUR: Readonly<Record<Frequency, string>> = {
  one_time: 'ONETIME',
  daily: 'DAILY',
  weekly: 'WEEKLY',
  fortnightly: 'FORTNIGHTLY',
  monthly: 'MONTHLY',
  bimonthly: 'BIMONTHLY',
  quarterly: 'QUARTERLY',
  half_yearly: 'HALFYEARLY',
  yearly: 'YEARLY',
  as_presented: 'ASPRESENTED',
}

/**
 * The `upi://mandate` link that a payer's UPI app opens: every field of the rail, dates as ddmmyyyy, rupees with
 * two decimals (sources: juspay, setu).
 */
export function mandateLink(terms: MandateLinkTerms): string {
  const recurring = terms.debit_rule !== null
  const fields: [string, string | null][] = [
    ['ver', '01'],
    ['mode', initiationMode(terms.flow)],
    ['purpose', purposeCode(terms.frequency, terms.rules_on)],
    ['txnType', terms.umn === null ? 'CREATE' : 'UPDATE'],
    ['orgid', '000000'],
    ['pa', terms.payee_vpa],
    ['pn', terms.payee_name],
    ['mc', terms.mcc],
    ['mn', terms.description],
    ['tn', terms.description],
    ['tr', railReference(terms.reference_id)],
    ['tid', railTransactionId(terms.mandate_id)],
    ['am', formatDecimalRupees(terms.amount)],
    [
      'fam',
      terms.first_debit_amount === null ? null : formatDecimalRupees(terms.first_debit_amount),
    ],
    ['cu', 'INR'],
    ['amrule', terms.amount_rule.toUpperCase()],
    ['recur', RECUR[terms.frequency]],
    ['recurtype', recurring ? (terms.debit_rule?.type.toUpperCase() ?? null) : null],
    ['recurvalue', recurring ? String(terms.debit_rule?.day) : null],
    ['validitystart', ddmmyyyy(terms.start_date)],
    ['validityend', ddmmyyyy(terms.end_date)],
    ['umn', terms.umn],
    ['rev', revocableFlag(terms.mcc)],
    ['block', BLOCK_FLAG],
    ['QRexpire', new Date(terms.expires_at).toISOString()],
    ['qrMedium', terms.flow === 'qr' ? '02' : null],
  ]
  const query = fields.flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return `upi://mandate?${query.join('&')}`
}

function ddmmyyyy(date: IsoDate): string {
  const [year, month, day] = date.split('-')
  return `${day}${month}${year}`
}
