import type { Mandate } from '@upi-autopay/contract'
import type { CsvColumn } from './csv-answer.ts'

/** The columns of `mandates.csv`. Amounts in paise. */
export const MANDATE_COLUMNS: readonly CsvColumn<Mandate>[] = [
  ['id', ({ id }) => id],
  ['reference_id', ({ reference_id }) => reference_id],
  ['status', ({ status }) => status],
  ['created_at', ({ created_at }) => created_at],
  ['updated_at', ({ updated_at }) => updated_at],
  ['flow', ({ flow }) => flow],
  ['description', ({ description }) => description],
  ['currency', ({ currency }) => currency],
  ['amount', ({ amount }) => amount],
  ['amount_rule', ({ amount_rule }) => amount_rule],
  ['min_amount', ({ min_amount }) => min_amount],
  ['frequency', ({ frequency }) => frequency],
  ['debit_rule_type', ({ debit_rule }) => debit_rule?.type ?? null],
  ['debit_rule_day', ({ debit_rule }) => debit_rule?.day ?? null],
  ['start_date', ({ start_date }) => start_date],
  ['end_date', ({ end_date }) => end_date],
  ['mcc', ({ mcc }) => mcc],
  ['settlement', ({ settlement }) => settlement],
  ['umn', ({ umn }) => umn],
  ['payer_vpa', ({ payer_vpa }) => payer_vpa],
  ['payer_name', ({ payer }) => payer.name],
  ['payer_reference_id', ({ payer }) => payer.reference_id],
  ['activated_at', ({ activated_at }) => activated_at],
  ['ended_at', ({ ended_at }) => ended_at],
  ['status_reason', ({ status_reason }) => status_reason?.reason ?? null],
]
