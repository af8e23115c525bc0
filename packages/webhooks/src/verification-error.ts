/** Why a delivery was not believed. New reasons may be added in a minor version. */
export type WebhookVerificationReason =
  | 'payload_not_raw'
  | 'missing_header'
  | 'malformed_timestamp'
  | 'timestamp_too_old'
  | 'timestamp_too_new'
  | 'malformed_secret'
  | 'no_matching_signature'
  | 'malformed_payload'

/** Thrown by {@link verify}: answer the delivery with 400 and do not act on it. `reason` is for code, `message` for people. */
export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError'
  readonly reason: WebhookVerificationReason

  constructor(reason: WebhookVerificationReason, message: string) {
    super(message)
    this.reason = reason
  }
}
