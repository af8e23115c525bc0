import { isSameVpa } from './vpa.ts'

/**
 * What the sandbox's bank says of a debit or payment of a payer. `npci_code` null: the money moves. `told`: clearly;
 * only to whoever inquires; or never. `slow` answers take longer.
 */
export interface BankVerdict {
  readonly npci_code: string | null
  readonly told: 'clearly' | 'when_asked' | 'never'
  readonly slow?: boolean
}

/** A payer address of the sandbox that names what its bank says. */
export interface MagicVpa {
  readonly vpa: string
  readonly does: string
  readonly verdict: BankVerdict
  /** Only the first attempt of each debit gets it; later ones succeed. */
  readonly once?: boolean
}

/** Payer addresses that name an outcome; any other address at this handle succeeds. */
export const MAGIC_VPAS: readonly MagicVpa[] = [
  {
    vpa: 'insufficient_funds@sim',
    does: 'declines every attempt for want of funds',
    verdict: declined('Z9'),
  },
  {
    vpa: 'insufficient_funds_once@sim',
    does: 'declines the first attempt of each debit for want of funds',
    verdict: declined('Z9'),
    once: true,
  },
  {
    vpa: 'wrong_pin@sim',
    does: 'declines every attempt because the payer enters a wrong PIN',
    verdict: declined('ZM'),
  },
  {
    vpa: 'pin_tries_exceeded@sim',
    does: 'declines every attempt because the payer entered a wrong PIN too often',
    verdict: declined('Z6'),
  },
  {
    vpa: 'limit_exceeded@sim',
    does: 'declines every attempt as above what the account may pay at once',
    verdict: declined('Z8'),
  },
  {
    vpa: 'account_frozen@sim',
    does: 'fails every debit because the account is frozen',
    verdict: declined('YE'),
  },
  {
    vpa: 'revoked_by_payer@sim',
    does: 'fails the debit because the payer revoked the mandate, which ends with it',
    verdict: declined('VA'),
  },
  {
    vpa: 'bank_offline@sim',
    does: 'declines every attempt because the bank cannot be reached',
    verdict: declined('U28'),
  },
  {
    vpa: 'unknown_then_success@sim',
    does: 'leaves the outcome unknown, and tells the first inquiry that the money moved',
    verdict: { npci_code: null, told: 'when_asked' },
  },
  {
    vpa: 'unknown_then_failure@sim',
    does: 'leaves the outcome unknown, and tells the first inquiry that the bank refused for good',
    verdict: { npci_code: 'YC', told: 'when_asked' },
  },
  {
    vpa: 'unknown_forever@sim',
    does: 'leaves the outcome unknown, also to every inquiry',
    verdict: { npci_code: null, told: 'never' },
  },
  {
    vpa: 'risk_declined@sim',
    does: 'fails every debit because the risk check says no',
    verdict: declined('U16'),
  },
  {
    vpa: 'slow@sim',
    does: 'succeeds, ten minutes later rather than ten seconds',
    verdict: { npci_code: null, told: 'clearly', slow: true },
  },
]

const HANDLE = '@sim'

/** What an address makes the bank say to attempt `number` (from 1) of a debit; null for an address without magic. */
export function magicVerdict(vpa: string | null, number: number): BankVerdict | null {
  if (vpa === null || !vpa.toLowerCase().endsWith(HANDLE)) return null
  const row = MAGIC_VPAS.find((one) => isSameVpa(one.vpa, vpa))
  if (row === undefined || (row.once === true && number > 1)) return SUCCESS
  return row.verdict
}

/** Whether an address names an outcome: a collect request to it is answered without the payer. */
export function isNamedVpa(vpa: string | null): boolean {
  return vpa !== null && MAGIC_VPAS.some((row) => isSameVpa(row.vpa, vpa))
}

const SUCCESS: BankVerdict = { npci_code: null, told: 'clearly' }

function declined(npci_code: string): BankVerdict {
  return { npci_code, told: 'clearly' }
}
