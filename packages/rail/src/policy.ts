import type { HolidayTable } from './business-days.ts'
import type { IsoDate } from './calendar.ts'

/**
 * How a provider narrows the rail. The stricter of rail and provider wins; a field left out adds nothing.
 * Declared by each provider; evaluated only by rules.
 */
export interface ProviderPolicy {
  /** The notice must reach the payer at least this long before the debit. */
  readonly notice_lead_min_hours: number
  /** The debit's window may begin no later than this after the notice. */
  readonly notice_lead_max_hours: number
  /** Minute of the Indian day from which no notice for the next day is taken. */
  readonly notice_cut_off_minute?: number
  /** Attempts for one cycle, the first included. */
  readonly attempts_max: number
  /** Between two attempts. */
  readonly attempt_spacing_minutes: number
  /** How long the payer has for the PIN. */
  readonly pin_expiry_minutes: number
  /** Whether an instant debit may be repeated. */
  readonly instant_attempts_max: number
  /** The largest amount of a mandate, a debit or a payment, in paise. */
  readonly amount_max_paise?: number
  /** Indian days after the day of collection in which money may be refunded. */
  readonly refund_window_days?: number
  /** Indian days after the day on which a dispute is told in which it may be contested. */
  readonly dispute_response_days?: number
  /** False where a paused mandate can be resumed and nothing else. */
  readonly revocable_while_paused?: boolean
  /** True for cross-border aggregators, whose merchants may still ask by collect. */
  readonly cross_border?: boolean
  /** The first question after an unknown outcome comes no sooner than this. */
  readonly inquiry_first_after_seconds?: number
  /** Questions about one attempt. */
  readonly inquiries_max?: number
  /** The last question about an attempt comes no later than this. */
  readonly inquiry_within_minutes?: number
  /** Between two runs of T+0. */
  readonly settlement_t0_minutes?: number
  /** Days on which the merchant's bank is closed besides those of all banks. */
  readonly holidays?: HolidayTable
  /**
   * The Indian day whose rules count instead of today's: how an older generation of the rail is reproduced. Rows are
   * chosen by it; moments, windows and waits still follow the clock.
   */
  readonly rules_as_of?: IsoDate
}
