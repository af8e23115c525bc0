import { formatRfc3339, type Instant } from '@upi-autopay/rail'

/** What rendering needs besides the record. */
export interface RenderContext {
  readonly base_url: string
  readonly merchant_id: string
  readonly livemode: boolean
  /** The merchant's clock: what comes next depends on it. */
  readonly now: Instant
}

/** An instant as the wire has it; null stays null. */
export function instant<T extends Instant | null>(at: T): T extends null ? string | null : string {
  return (at === null ? null : formatRfc3339(at)) as T extends null ? string | null : string
}
