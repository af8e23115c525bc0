import { type Instant, type IsoDate, isoDate, istDate } from './calendar.ts'
import { formatDecimalRupees } from './money.ts'
import type { AmountRule, DebitRule, Flow, Frequency } from './vocabulary.ts'

/** What a registration link carries. Amounts in paise. */
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
  readonly created_at: Instant
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

/** Loans: the only category whose mandates a payer may not revoke (sources: npci-oc-125a, npci-codes V6). */
const NOT_REVOCABLE_MCC = '7322'
/** From this day new recurring mandates carry the interoperable purpose (source: decentro-presentation). */
const INTEROPERABLE_FROM = isoDate('2026-07-25')

/**
 * The `upi://mandate` link that a payer's UPI app opens: every field of the rail, dates as ddmmyyyy, rupees with
 * two decimals (sources: juspay, setu).
 */
export function mandateLink(terms: MandateLinkTerms): string {
  const recurring = terms.debit_rule !== null
  const fields: [string, string | null][] = [
    ['ver', '01'],
    ['mode', terms.flow === 'qr' ? '01' : '04'],
    ['purpose', purposeCode(terms.frequency, terms.created_at)],
    ['txnType', 'CREATE'],
    ['orgid', '000000'],
    ['pa', terms.payee_vpa],
    ['pn', terms.payee_name],
    ['mc', terms.mcc],
    ['mn', terms.description],
    ['tn', terms.description],
    ['tr', alphanumeric(terms.reference_id)],
    ['tid', alphanumeric(terms.mandate_id)],
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
    ['rev', terms.mcc === NOT_REVOCABLE_MCC ? 'N' : 'Y'],
    ['block', 'N'],
    ['QRexpire', new Date(terms.expires_at).toISOString()],
    ['qrMedium', terms.flow === 'qr' ? '02' : null],
  ]
  const query = fields.flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return `upi://mandate?${query.join('&')}`
}

/** 01 for one debit, 14 for standing instructions, AZ for those that any app may manage. */
export function purposeCode(frequency: Frequency, at: Instant): string {
  if (frequency === 'one_time') return '01'
  return istDate(at) >= INTEROPERABLE_FROM ? 'AZ' : '14'
}

function ddmmyyyy(date: IsoDate): string {
  const [year, month, day] = date.split('-')
  return `${day}${month}${year}`
}

/** References on the rail are at most 35 letters and digits. */
function alphanumeric(reference: string): string {
  return reference.replace(/[^A-Za-z0-9]/g, '').slice(0, 35)
}
