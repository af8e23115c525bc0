import type {
  SettlementItem as WireItem,
  Settlement as WireSettlement,
} from '@upi-autopay/contract'
import {
  MOVEMENT_SIGNS,
  type ReadRow,
  type Settlement,
  type SettlementItem,
} from '@upi-autopay/engine'
import { instant, type RenderContext } from './context.ts'

/** A settlement as merchants read it. */
export function renderSettlement(settlement: Settlement, context: RenderContext): WireSettlement {
  return {
    id: settlement.id,
    object: 'settlement',
    livemode: context.livemode,
    created_at: instant(settlement.created_at),
    updated_at: instant(settlement.updated_at),
    metadata: { ...settlement.metadata },
    status: settlement.status,
    speed: settlement.speed,
    currency: 'INR',
    gross: settlement.collected,
    refunds: settlement.refunded,
    reversals: settlement.reversed,
    disputes: settlement.disputed,
    disputes_won: settlement.dispute_won,
    fees: settlement.fees,
    net: settlement.net,
    count: settlement.count,
    period: { from: instant(settlement.period_from), until: instant(settlement.period_until) },
    settle_date: settlement.settle_date,
    bank_account: settlement.bank_account && { ...settlement.bank_account },
    utr: settlement.utr,
    settled_at: instant(settlement.settled_at),
  }
}

/** A row of the kind, as merchants read it. */
export function showSettlement({ row }: ReadRow, context: RenderContext): WireSettlement {
  return renderSettlement(row.data as Settlement, context)
}

/** One movement of money in a settlement, as merchants read it. */
export function renderSettlementItem(
  settlement_id: string,
  { movement, row }: SettlementItem,
): WireItem {
  return {
    id: movement.id,
    object: 'settlement_item',
    kind: movement.kind,
    settlement_id,
    transaction_type: movement.resource_kind as WireItem['transaction_type'],
    transaction_id: movement.resource_id,
    amount: MOVEMENT_SIGNS[movement.kind] * movement.amount,
    fee: movement.fee,
    currency: 'INR',
    reference_id: row.reference_id,
    rrn: movement.rrn ?? (row.data as { readonly rrn?: string | null }).rrn ?? null,
    moved_at: instant(movement.at),
  }
}
