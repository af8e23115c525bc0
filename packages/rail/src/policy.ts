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
}
