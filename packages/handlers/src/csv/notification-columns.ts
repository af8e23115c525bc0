import type { Notification } from '@upi-autopay/contract'
import type { CsvColumn } from './csv-answer.ts'

/** The columns of `notifications.csv`. Amounts in paise. */
export const NOTIFICATION_COLUMNS: readonly CsvColumn<Notification>[] = [
  ['id', ({ id }) => id],
  ['mandate_id', ({ mandate_id }) => mandate_id],
  ['reference_id', ({ reference_id }) => reference_id],
  ['status', ({ status }) => status],
  ['created_at', ({ created_at }) => created_at],
  ['updated_at', ({ updated_at }) => updated_at],
  ['currency', ({ currency }) => currency],
  ['amount', ({ amount }) => amount],
  ['debit_date', ({ debit_date }) => debit_date],
  ['debit_at', ({ debit_at }) => debit_at],
  ['sequence_number', ({ sequence_number }) => sequence_number],
  ['window_earliest', ({ window }) => window.earliest],
  ['window_latest', ({ window }) => window.latest],
  ['delivered_at', ({ delivered_at }) => delivered_at],
  ['failure_reason', ({ failure }) => failure?.reason ?? null],
  ['batch_id', ({ batch_id }) => batch_id],
  ['schedule_id', ({ schedule_id }) => schedule_id],
]
