import { railReference, railTransactionId } from './identifiers.ts'
import { formatDecimalRupees } from './money.ts'
import { initiationMode } from './rules/link.ts'
import type { Flow } from './vocabulary.ts'

/** What a payment link carries. Amount in paise. */
export interface PaymentLinkTerms {
  readonly payment_id: string
  readonly reference_id: string
  readonly payee_vpa: string
  readonly payee_name: string
  readonly mcc: string
  /** What the payer sees. */
  readonly purpose: string
  readonly amount: number
  readonly flow: Flow
}

/** The rail's code for a payment without a standing instruction (source: setu). */
const DEFAULT_PURPOSE = '00'

/** The `upi://pay` link that a payer's UPI app opens, rupees with two decimals (source: setu). */
export function paymentLink(terms: PaymentLinkTerms): string {
  const fields: readonly (readonly [string, string])[] = [
    ['ver', '01'],
    ['mode', initiationMode(terms.flow)],
    ['purpose', DEFAULT_PURPOSE],
    ['orgid', '000000'],
    ['pa', terms.payee_vpa],
    ['pn', terms.payee_name],
    ['mc', terms.mcc],
    ['tn', terms.purpose],
    ['tr', railReference(terms.reference_id)],
    ['tid', railTransactionId(terms.payment_id)],
    ['am', formatDecimalRupees(terms.amount)],
    ['cu', 'INR'],
  ]
  const query = fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `upi://pay?${query.join('&')}`
}
