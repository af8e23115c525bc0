import type { Transaction } from '@upi-autopay/contract'
import type { CsvColumn } from './csv-answer.ts'

/** The columns of `transactions.csv`. Amounts in paise, and once more in rupees. */
export const TRANSACTION_COLUMNS: readonly CsvColumn<Transaction>[] = [
  ['id', ({ id }) => id],
  ['type', ({ type }) => type],
  ['status', ({ status }) => status],
  ['created_at', ({ created_at }) => created_at],
  ['updated_at', ({ updated_at }) => updated_at],
  ['currency', ({ currency }) => currency],
  ['amount', ({ amount }) => amount],
  ['amount_rupees', ({ amount }) => amount / 100],
  ['net', ({ net }) => net],
  ['net_rupees', ({ net }) => net / 100],
  ['fees', ({ fees }) => fees],
  ['reference_id', ({ reference_id }) => reference_id],
  ['mandate_id', ({ mandate_id }) => mandate_id],
  ['presentation_id', ({ presentation_id }) => presentation_id],
  ['payment_id', ({ payment_id }) => payment_id],
  ['payer_vpa', ({ payer_vpa }) => payer_vpa],
  ['rrn', ({ rrn }) => rrn],
  ['npci_txn_id', ({ npci_txn_id }) => npci_txn_id],
  ['settlement_ids', ({ settlement_ids }) => settlement_ids.join(' ')],
]
