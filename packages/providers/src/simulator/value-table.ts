import { rupees } from '@upi-autopay/rail'

/** What an amount decides in the sandbox: a code of the bank, or success. */
export type TableAnswer = { readonly npci_code: string | null }

interface Range {
  readonly from: number
  readonly until: number
  /** Null: the bank says yes. */
  readonly npci_code: string | null
}

/** The test beds of the seeds, in rupees, ends included. Amounts between the ranges decide nothing. */
export const VALUE_TABLE = {
  registration: [range(1, 1000, null), range(1001, 2000, 'YC')],
  notification: [range(1, 500, null), range(501, 600, 'NU')],
  presentation: [range(1, 100, null), range(150, 200, 'Z9')],
} as const satisfies Record<string, readonly Range[]>

/** The answer that an amount in paise stands for; null where the table is silent. */
export function valueAnswer(table: keyof typeof VALUE_TABLE, amount: number): TableAnswer | null {
  const found = VALUE_TABLE[table].find(({ from, until }) => amount >= from && amount <= until)
  return found === undefined ? null : { npci_code: found.npci_code }
}

function range(from: number, until: number, npci_code: string | null): Range {
  return { from: rupees(from), until: rupees(until), npci_code }
}
