import type { Instant, SettlementSpeed } from '@upi-autopay/rail'

/**
 * Movements that a unit takes into its settlement: all of that speed that are due and in no other. Should they not be
 * as many, or come to another sum, nothing of the unit is written.
 */
export interface SettlementClaim {
  readonly settlement_id: string
  readonly speed: SettlementSpeed
  readonly until: Instant
  readonly count: number
  readonly net: number
}
