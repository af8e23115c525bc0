import type { Refund } from '@upi-autopay/contract'
import type { CsvColumn } from './csv-answer.ts'

/** The columns of `refunds.csv`. Amounts in paise. */
export const REFUND_COLUMNS: readonly CsvColumn<Refund>[] = [
  ['id', ({ id }) => id],
  ['presentation_id', ({ presentation_id }) => presentation_id],
  ['payment_id', ({ payment_id }) => payment_id],
  ['mandate_id', ({ mandate_id }) => mandate_id],
  ['reference_id', ({ reference_id }) => reference_id],
  ['status', ({ status }) => status],
  ['outcome', ({ outcome }) => outcome],
  ['created_at', ({ created_at }) => created_at],
  ['completed_at', ({ completed_at }) => completed_at],
  ['currency', ({ currency }) => currency],
  ['amount', ({ amount }) => amount],
  ['rrn', ({ rrn }) => rrn],
  ['npci_txn_id', ({ npci_txn_id }) => npci_txn_id],
  ['failure_reason', ({ failure }) => failure?.reason ?? null],
  ['failure_npci_code', ({ failure }) => failure?.npci_code ?? null],
]
