import { IDENTIFIER_FORMS } from './rules/identifier.ts'

/** A bank reference number: twelve digits, kept as text because it may begin with zeros. */
export const RRN_PATTERN = new RegExp(`^\\d{${IDENTIFIER_FORMS.rrn.digits}}$`)

/** A transaction id of the rail. */
export const NPCI_TXN_ID_PATTERN = new RegExp(
  `^[A-Za-z0-9]{${IDENTIFIER_FORMS.npci_txn_id.characters}}$`,
)

/** The number of a mandate on the rail, with the handle of the payer's app. */
export const UMN_PATTERN = new RegExp(
  `^[A-Za-z0-9]{${IDENTIFIER_FORMS.umn.characters}}@[A-Za-z][A-Za-z0-9]*$`,
)

/** A reference as the rail takes it: what it does not know is left out, and the rest cut to its length. */
export function railReference(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, '').slice(0, IDENTIFIER_FORMS.reference.longest)
}

/** A transaction id of the rail for a resource of ours: its id as the rail takes it, filled up to the full length. */
export function railTransactionId(id: string): string {
  return railReference(id).padEnd(IDENTIFIER_FORMS.npci_txn_id.characters, '0')
}
