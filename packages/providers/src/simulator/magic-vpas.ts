/** What a magic payer address makes the bank say to each attempt of a debit. */
export interface MagicVpa {
  readonly vpa: string
  readonly does: string
  /** The NPCI code of attempt `number` (from 1) of a presentation; null is a success. */
  readonly code: (number: number) => string | null
}

/** Payer addresses that name an outcome. Any other address at this handle succeeds. */
export const MAGIC_VPAS: readonly MagicVpa[] = [
  {
    vpa: 'insufficient_funds@sim',
    does: 'declines every attempt for want of funds',
    code: () => 'Z9',
  },
  {
    vpa: 'insufficient_funds_once@sim',
    does: 'declines the first attempt of each debit for want of funds',
    code: (number) => (number === 1 ? 'Z9' : null),
  },
  {
    vpa: 'bank_offline@sim',
    does: 'declines every attempt because the bank cannot be reached',
    code: () => 'U28',
  },
]

const HANDLE = '@sim'

/** The magic behind an address; null for an address that is none. */
export function magicOf(vpa: string | null): Pick<MagicVpa, 'code'> | null {
  if (vpa === null || !vpa.endsWith(HANDLE)) return null
  return MAGIC_VPAS.find((row) => row.vpa === vpa) ?? { code: () => null }
}

/** Whether an address names an outcome: a collect request to it is answered without the payer. */
export function isNamed(vpa: string | null): boolean {
  return MAGIC_VPAS.some((row) => row.vpa === vpa)
}
