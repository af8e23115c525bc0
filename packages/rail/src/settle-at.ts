import { nextBankBusinessDay } from './business-days.ts'
import { type Instant, istDate, startOfIstDay } from './calendar.ts'
import type { ProviderPolicy } from './policy.ts'
import { SETTLEMENT_RUN } from './rules/settlement.ts'
import type { SettlementSpeed } from './vocabulary.ts'

/**
 * The run that takes money that moved at a moment: of T+0 the next one of the day's even steps, of T+1 the one of the
 * next bank business day. All that moved between two runs goes with the same one.
 */
export function settleAt(
  moved: { readonly at: Instant; readonly speed: SettlementSpeed },
  policy: SettlementPolicy,
): Instant {
  const today = istDate(moved.at)
  if (moved.speed === 't1') {
    const day = nextBankBusinessDay(today, policy.holidays)
    return (startOfIstDay(day) + SETTLEMENT_RUN.t1_minute_of_day * MINUTE_MS) as Instant
  }
  const step = (policy.settlement_t0_minutes ?? SETTLEMENT_RUN.t0_minutes) * MINUTE_MS
  const midnight = startOfIstDay(today)
  return (midnight + (Math.floor((moved.at - midnight) / step) + 1) * step) as Instant
}

/** What a provider's policy says of settlements. */
export type SettlementPolicy = Pick<ProviderPolicy, 'settlement_t0_minutes' | 'holidays'>

const MINUTE_MS = 60_000
