import type { Transaction as WireTransaction } from '@upi-autopay/contract'
import type { Transaction } from '@upi-autopay/engine'
import { instant, type RenderContext } from './context.ts'

/** What the records of all kinds that move money have in common, and what only some of them have. */
interface MoneyRecord {
  readonly amount: number
  readonly metadata?: Readonly<Record<string, string>>
  readonly presentation_id?: string | null
  readonly payment_id?: string | null
  readonly rrn?: string | null
  readonly npci_txn_id?: string | null
}

/** A debit, payment, refund, reversal or dispute as a line of the one history. */
export function renderTransaction(
  { row, private: beside, net, fees, settlement_ids }: Transaction,
  context: RenderContext,
): WireTransaction {
  const record = row.data as MoneyRecord
  const own = (kind: string): string | null => (row.kind === kind ? row.id : null)
  return {
    id: row.id,
    object: 'transaction',
    livemode: context.livemode,
    created_at: instant(row.created_at),
    updated_at: instant(row.updated_at),
    metadata: { ...record.metadata },
    type: row.kind as WireTransaction['type'],
    status: row.status as WireTransaction['status'],
    amount: record.amount,
    net,
    fees,
    currency: 'INR',
    mandate_id: row.mandate_id,
    presentation_id: own('presentation') ?? record.presentation_id ?? null,
    payment_id: own('payment') ?? record.payment_id ?? null,
    reference_id: row.reference_id,
    rrn: record.rrn ?? null,
    npci_txn_id: record.npci_txn_id ?? null,
    payer_vpa: beside.payer?.vpa ?? null,
    settlement_ids: [...settlement_ids],
  }
}
