import type { BatchRow } from '@upi-autopay/contract'
import type { CsvColumn } from './csv-answer.ts'

/** The columns of a batch's `results.csv`. Amounts in paise. */
export const BATCH_ROW_COLUMNS: readonly CsvColumn<BatchRow>[] = [
  ['line', ({ line }) => line],
  ['reference_id', ({ reference_id }) => reference_id],
  ['status', ({ status }) => status],
  ['code', ({ errors }) => errors[0]?.code ?? null],
  ['field', ({ errors }) => errors[0]?.field ?? null],
  ['message', ({ errors }) => errors.map(toText).join('; ') || null],
  ['notification_id', ({ notification_id }) => notification_id],
  ['presentation_id', ({ presentation_id }) => presentation_id],
  ['result', ({ result }) => result],
  ['amount', ({ amount }) => amount],
]

function toText({ field, message }: BatchRow['errors'][number]): string {
  return field === null ? message : `${field} ${message}`
}
