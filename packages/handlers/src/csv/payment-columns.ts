import type { Payment } from '@upi-autopay/contract'
import type { CsvColumn } from './csv-answer.ts'

/** The columns of `payments.csv`. Amounts in paise. */
export const PAYMENT_COLUMNS: readonly CsvColumn<Payment>[] = [
  ['id', ({ id }) => id],
  ['reference_id', ({ reference_id }) => reference_id],
  ['status', ({ status }) => status],
  ['outcome', ({ outcome }) => outcome],
  ['created_at', ({ created_at }) => created_at],
  ['updated_at', ({ updated_at }) => updated_at],
  ['flow', ({ flow }) => flow],
  ['purpose', ({ purpose }) => purpose],
  ['currency', ({ currency }) => currency],
  ['amount', ({ amount }) => amount],
  ['amount_collected', ({ amount_collected }) => amount_collected],
  ['amount_refunded', ({ amount_refunded }) => amount_refunded],
  ['amount_disputed', ({ amount_disputed }) => amount_disputed],
  ['payer_name', ({ payer }) => payer.name],
  ['payer_vpa', ({ payer }) => payer.vpa],
  ['payer_reference_id', ({ payer }) => payer.reference_id],
  ['mcc', ({ mcc }) => mcc],
  ['settlement', ({ settlement }) => settlement],
  ['expires_at', ({ expires_at }) => expires_at],
  ['succeeded_at', ({ succeeded_at }) => succeeded_at],
  ['rrn', ({ rrn }) => rrn],
  ['npci_txn_id', ({ npci_txn_id }) => npci_txn_id],
  ['failure_reason', ({ failure }) => failure?.reason ?? null],
  ['failure_npci_code', ({ failure }) => failure?.npci_code ?? null],
]
