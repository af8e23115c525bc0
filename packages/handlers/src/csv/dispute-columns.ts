import type { Dispute } from '@upi-autopay/contract'
import type { CsvColumn } from './csv-answer.ts'

/** The columns of `disputes.csv`. Amounts in paise. */
export const DISPUTE_COLUMNS: readonly CsvColumn<Dispute>[] = [
  ['id', ({ id }) => id],
  ['presentation_id', ({ presentation_id }) => presentation_id],
  ['payment_id', ({ payment_id }) => payment_id],
  ['mandate_id', ({ mandate_id }) => mandate_id],
  ['status', ({ status }) => status],
  ['created_at', ({ created_at }) => created_at],
  ['currency', ({ currency }) => currency],
  ['amount', ({ amount }) => amount],
  ['reason', ({ reason }) => reason],
  ['respond_by', ({ respond_by }) => respond_by],
  ['contested_at', ({ contested_at }) => contested_at],
  ['closed_at', ({ closed_at }) => closed_at],
  ['closed_by', ({ closed_by }) => closed_by],
]
