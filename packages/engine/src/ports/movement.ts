import type { Instant, ResourceKind, SettlementSpeed } from '@upi-autopay/rail'

/**
 * What money does for good: a debit or payment collected, a refund paid, a collection reversed by the bank, an amount
 * taken by a dispute or given back when it is won.
 */
export const MOVEMENT_KINDS = [
  'collected',
  'refunded',
  'reversed',
  'disputed',
  'dispute_won',
] as const
export type MovementKind = (typeof MOVEMENT_KINDS)[number]

/** One entry of the books. The sign follows from the kind: collections and won disputes add, the others take. */
export interface Movement {
  /** Made from the resource and what happened to it, so that the same fact is booked once. */
  readonly id: string
  readonly kind: MovementKind
  /** The presentation, payment, refund or dispute that moved the money. */
  readonly resource_kind: ResourceKind
  readonly resource_id: string
  /** Paise, above zero. */
  readonly amount: number
  /** Paise, zero or more: what the provider keeps. */
  readonly fee: number
  readonly at: Instant
  /** How soon it reaches, or leaves, the merchant's bank account. */
  readonly speed: SettlementSpeed
}
