import type { SettlementItem } from '@upi-autopay/contract'
import type { CsvColumn } from './csv-answer.ts'

/** The columns of a settlement's `items.csv`. Amounts in paise, and once more in rupees. */
export const SETTLEMENT_ITEM_COLUMNS: readonly CsvColumn<SettlementItem>[] = [
  ['id', ({ id }) => id],
  ['settlement_id', ({ settlement_id }) => settlement_id],
  ['kind', ({ kind }) => kind],
  ['transaction_type', ({ transaction_type }) => transaction_type],
  ['transaction_id', ({ transaction_id }) => transaction_id],
  ['moved_at', ({ moved_at }) => moved_at],
  ['currency', ({ currency }) => currency],
  ['amount', ({ amount }) => amount],
  ['amount_rupees', ({ amount }) => amount / 100],
  ['fee', ({ fee }) => fee],
  ['reference_id', ({ reference_id }) => reference_id],
  ['rrn', ({ rrn }) => rrn],
]
