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

/** Which way money of a kind goes: to the merchant, or from it. */
export const MOVEMENT_SIGNS = {
  collected: 1,
  refunded: -1,
  reversed: -1,
  disputed: -1,
  dispute_won: 1,
} as const satisfies Record<MovementKind, 1 | -1>

/** One entry of the books. The sign follows from the kind: collections and won disputes add, the others take. */
export interface Movement {
  /** `<resource id>:…`, made from the resource and what happened to it, so that the same fact is booked once. */
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
  /** The rail's reference of this very movement, where it has one. */
  readonly rrn?: string | null
}

/** An entry as it is kept: with the run that takes it. */
export interface BookedMovement extends Movement {
  readonly settle_at: Instant
  readonly rrn: string | null
}
