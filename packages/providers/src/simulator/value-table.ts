import { rupees } from '@upi-autopay/rail'

/** What an amount decides in the sandbox: a code of the bank, or success. */
export type TableAnswer = { readonly npci_code: string | null; readonly deemed?: true }

interface Range {
  readonly from: number
  readonly until: number
  /** Null: the bank says yes. */
  readonly npci_code: string | null
  /** Nobody knows: the money may have moved. */
  readonly deemed?: true
}

/** The test beds of the seeds, in rupees, ends included. Amounts between the ranges decide nothing. */
export const VALUE_TABLE = {
  registration: [range(1, 1000, null), range(1001, 2000, 'YC')],
  notification: [range(1, 500, null), range(501, 600, 'NU')],
  presentation: [range(1, 100, null), range(150, 200, 'Z9')],
  collect: [range(10, 10, null), { ...range(50, 50, null), deemed: true }, range(150, 150, 'Z9')],
} as const satisfies Record<string, readonly Range[]>

/** The answer that an amount in paise stands for; null where the table is silent. */
export function valueAnswer(table: keyof typeof VALUE_TABLE, amount: number): TableAnswer | null {
  const ranges: readonly Range[] = VALUE_TABLE[table]
  const found = ranges.find(({ from, until }) => amount >= from && amount <= until)
  return found ?? null
}

function range(from: number, until: number, npci_code: string | null): Range {
  return { from: rupees(from), until: rupees(until), npci_code }
}
