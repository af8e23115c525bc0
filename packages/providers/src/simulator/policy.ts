import type { ProviderPolicy } from '@upi-autopay/rail'

/** The simulated bank's policy: assumptions where the rail is silent, as the API's documentation states them. */
export const SIMULATOR_POLICY: ProviderPolicy = {
  notice_lead_min_hours: 24,
  notice_lead_max_hours: 48,
  notice_cut_off_minute: 23 * 60 + 50,
  attempts_max: 4,
  attempt_spacing_minutes: 60,
  pin_expiry_minutes: 30,
  instant_attempts_max: 1,
  refund_window_days: 30,
}

/** Every answer of the simulated bank takes this long, on the merchant's test clock. */
export const ANSWER_DELAY_MS = 10_000

/** The same on a slow day or for a slow payer (assumption). */
export const SLOW_ANSWER_DELAY_MS = 600_000
