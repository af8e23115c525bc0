/**
 * What must not stand in the log: a payer's personal data, an endpoint's secrets.
 * One record per stream, erasable without touching an event.
 */
export interface PrivateData {
  readonly payer?: Payer
  /** Newest first; more than one while a rotation overlaps. */
  readonly webhook_secrets?: readonly string[]
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
