import type { Presentation } from '@upi-autopay/contract'
import type { CsvColumn } from './csv-answer.ts'

/** The columns of `presentations.csv`. Amounts in paise. */
export const PRESENTATION_COLUMNS: readonly CsvColumn<Presentation>[] = [
  ['id', ({ id }) => id],
  ['mandate_id', ({ mandate_id }) => mandate_id],
  ['notification_id', ({ notification_id }) => notification_id],
  ['reference_id', ({ reference_id }) => reference_id],
  ['status', ({ status }) => status],
  ['outcome', ({ outcome }) => outcome],
  ['created_at', ({ created_at }) => created_at],
  ['updated_at', ({ updated_at }) => updated_at],
  ['description', ({ description }) => description],
  ['currency', ({ currency }) => currency],
  ['amount', ({ amount }) => amount],
  ['instant', ({ instant }) => instant],
  ['sequence_number', ({ sequence_number }) => sequence_number],
  ['attempts', ({ attempts }) => attempts.length],
  ['attempts_left', ({ attempts_left }) => attempts_left],
  ['next_attempt_at', ({ next_attempt_at }) => next_attempt_at],
  ['deferred_because', ({ deferred_because }) => deferred_because],
  ['succeeded_at', ({ succeeded_at }) => succeeded_at],
  ['rrn', ({ rrn }) => rrn],
  ['npci_txn_id', ({ npci_txn_id }) => npci_txn_id],
  ['failure_reason', ({ failure }) => failure?.reason ?? null],
  ['failure_npci_code', ({ failure }) => failure?.npci_code ?? null],
  ['amount_collected', ({ amount_collected }) => amount_collected],
  ['amount_refunded', ({ amount_refunded }) => amount_refunded],
  ['amount_reversed', ({ amount_reversed }) => amount_reversed],
  ['batch_id', ({ batch_id }) => batch_id],
  ['schedule_id', ({ schedule_id }) => schedule_id],
]
