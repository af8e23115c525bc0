import type { Settlement } from '@upi-autopay/contract'
import type { CsvColumn } from './csv-answer.ts'

/** The columns of `settlements.csv`. Amounts in paise, the net once more in rupees. */
export const SETTLEMENT_COLUMNS: readonly CsvColumn<Settlement>[] = [
  ['id', ({ id }) => id],
  ['status', ({ status }) => status],
  ['speed', ({ speed }) => speed],
  ['settle_date', ({ settle_date }) => settle_date],
  ['created_at', ({ created_at }) => created_at],
  ['settled_at', ({ settled_at }) => settled_at],
  ['utr', ({ utr }) => utr],
  ['currency', ({ currency }) => currency],
  ['gross', ({ gross }) => gross],
  ['refunds', ({ refunds }) => refunds],
  ['reversals', ({ reversals }) => reversals],
  ['disputes', ({ disputes }) => disputes],
  ['disputes_won', ({ disputes_won }) => disputes_won],
  ['fees', ({ fees }) => fees],
  ['net', ({ net }) => net],
  ['net_rupees', ({ net }) => net / 100],
  ['count', ({ count }) => count],
  ['period_from', ({ period }) => period.from],
  ['period_until', ({ period }) => period.until],
  ['bank_account_name', ({ bank_account }) => bank_account?.name ?? null],
  ['bank_account_number', ({ bank_account }) => bank_account?.number ?? null],
  ['bank_account_ifsc', ({ bank_account }) => bank_account?.ifsc ?? null],
]
