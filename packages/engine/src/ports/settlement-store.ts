import type { Instant, SettlementSpeed } from '@upi-autopay/rail'
import type { Tenant } from '../kernel/envelope.ts'
import type { ResourceRow } from './decision-store.ts'
import { MOVEMENT_SIGNS, type Movement, type MovementKind } from './movement.ts'
import type { Page, PageQuery } from './resource-store.ts'

/** The books by run: what is due to be settled, what a settlement holds, and what all of it comes to. */
export interface SettlementStore {
  /** When the merchant's next run is due; null when nothing waits for one. */
  nextDueAt(tenant: Tenant): Promise<Instant | null>
  /**
   * What a run at `now` takes, one for each speed of which something is due: also what earlier runs left, by one set
   * query.
   */
  due(tenant: Tenant, now: Instant): Promise<DueMovements[]>
  /**
   * Leaves what is due to the next run of its speed: it is due no more, until something else of that speed is.
   * Nothing happens when it is no longer as many.
   */
  leave(tenant: Tenant, due: DueMovements): Promise<void>
  /** What one settlement holds, the newest movement first; cursors are ids of movements. */
  items(query: PageQuery & { readonly settlement_id: string }): Promise<Page<SettlementItem>>
  /** What it all comes to now: of settled money by settlement, of the rest by movement. */
  balance(tenant: Tenant): Promise<Balance>
}

/** Sums of movements by kind, in paise, none below zero. */
export interface MovementSums extends Readonly<Record<MovementKind, number>> {
  readonly fees: number
  readonly count: number
}

/** What a run would take. */
export interface DueMovements {
  readonly speed: SettlementSpeed
  /** The run: everything whose moment it is. */
  readonly until: Instant
  readonly sums: MovementSums
  readonly first_at: Instant
  readonly last_at: Instant
}

/** One entry of a settlement, with the row of the resource that moved the money. */
export interface SettlementItem {
  readonly movement: Movement
  readonly row: ResourceRow
}

/** The books of one merchant: everything that ever moved, and what of it was settled. Paise. */
export interface Balance {
  readonly moved: MovementSums
  /** Paid to the bank account. */
  readonly settled_net: number
  /** In a settlement on its way, or in none yet; below zero after refunds of settled money. */
  readonly unsettled: number
}

/** What movements come to: what came in less what went out and what the provider keeps. */
export function netOf(sums: MovementSums): number {
  return (
    MOVEMENT_SIGNS.collected * sums.collected +
    MOVEMENT_SIGNS.dispute_won * sums.dispute_won +
    MOVEMENT_SIGNS.refunded * sums.refunded +
    MOVEMENT_SIGNS.reversed * sums.reversed +
    MOVEMENT_SIGNS.disputed * sums.disputed -
    sums.fees
  )
}
