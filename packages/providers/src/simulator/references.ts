import type { OutcomeReferences } from '@upi-autopay/engine'

/** The ids that the rail gives a debit, made from ours so that the same debit always gets the same. */
export function debitReferences(provider_reference: string): OutcomeReferences {
  return {
    rrn: digits(provider_reference, 12),
    npci_txn_id: `SIM${provider_reference.toUpperCase()}`.padEnd(35, '0').slice(0, 35),
  }
}

/** The ids that the rail gives a payment, and who paid. */
export function paymentReferences(
  provider_reference: string,
  vpa: string | null,
): OutcomeReferences {
  return { ...debitReferences(provider_reference), payer_vpa: vpa ?? SOME_PAYER }
}

/** The number under which the merchant's bank finds a transfer: four letters of the bank, R for an instant one, digits. */
export function transferReferences(provider_reference: string): OutcomeReferences {
  return { utr: `SIMBR${digits(provider_reference, 17)}` }
}

/** Who approves when nobody says who. Not at the magic handle: amounts must go on deciding this payer's debits. */
const SOME_PAYER = 'payer@upi'

/** The ids that the rail gives a mandate: a UMN of 32 characters and the payer's handle. */
export function registrationReferences(mandate_id: string, vpa: string | null): OutcomeReferences {
  const payer_vpa = vpa ?? SOME_PAYER
  const handle = payer_vpa.slice(payer_vpa.indexOf('@') + 1)
  return { umn: `${hexadecimal(mandate_id, 32)}@${handle}`, payer_vpa }
}

function digits(text: string, length: number): string {
  let out = ''
  for (let salt = 0; out.length < length; salt++)
    out += String(hash(text, salt) % 1_000_000).padStart(6, '0')
  return out.slice(0, length)
}

function hexadecimal(text: string, length: number): string {
  let out = ''
  for (let salt = 0; out.length < length; salt++)
    out += hash(text, salt).toString(16).padStart(8, '0')
  return out.slice(0, length)
}

/** FNV-1a, 32 bits. */
export function hash(text: string, salt: number): number {
  let value = (0x811c9dc5 ^ salt) >>> 0
  for (let i = 0; i < text.length; i++)
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0
  return Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0
}
