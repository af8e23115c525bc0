import type { Instant } from '@upi-autopay/rail'

/**
 * What must not stand in the log: a payer's personal data, an endpoint's secrets.
 * One record per stream, erasable without touching an event.
 */
export interface PrivateData {
  readonly payer?: Payer
  /** The secret that signs. */
  readonly webhook_secrets?: readonly string[]
  /** Those before it, newest first, each until an instant of system time: while a rotation overlaps, both sign. */
  readonly old_webhook_secrets?: readonly { readonly secret: string; readonly until: Instant }[]
}

/** The payer as the merchant gave it, or as the rail told it. */
export interface Payer {
  readonly name: string | null
  readonly vpa: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly account: { readonly number: string; readonly ifsc: string } | null
  readonly reference_id: string | null
}
