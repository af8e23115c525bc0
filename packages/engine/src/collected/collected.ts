import { type Instant, refundable, type SettlementSpeed } from '@upi-autopay/rail'

/** What of collected money has gone back or is spoken for. Amounts in paise. */
export interface TakenBack {
  readonly amount_refunded: number
  /** Asked for by refunds that are pending. */
  readonly amount_refund_pending: number
  /** In disputes that are open or lost. */
  readonly amount_disputed: number
}

/** The same with what was collected. */
export interface Collected extends TakenBack {
  /** Every success counts, also a surplus one. */
  readonly amount_collected: number
}

/** A debit or a payment, as refunds and disputes see it. */
export interface CollectedSource extends Collected {
  readonly kind: 'presentation' | 'payment'
  readonly id: string
  readonly status: string
  /** What may be asked of it now. */
  readonly allowed_actions: readonly string[]
  readonly mandate_id: string | null
  readonly collected_at: Instant | null
  readonly settlement: SettlementSpeed
  /** What the provider knows the successful attempt by. */
  readonly provider_reference: string
  readonly rrn: string | null
}

/** Nothing has gone back yet. */
export const NOTHING_TAKEN_BACK: TakenBack = {
  amount_refunded: 0,
  amount_refund_pending: 0,
  amount_disputed: 0,
}

/** What can still be given back or disputed, in paise: what is spoken for is not counted twice. */
export function amountLeft(collected: Collected): number {
  return refundable({
    collected: collected.amount_collected,
    refunded: collected.amount_refunded,
    reserved: collected.amount_refund_pending + collected.amount_disputed,
  })
}
