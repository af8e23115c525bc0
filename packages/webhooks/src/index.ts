export { generateSecret } from './generate-secret.ts'
export { type SignInput, sign, type WebhookHeaders } from './sign.ts'
export { WebhookVerificationError, type WebhookVerificationReason } from './verification-error.ts'
export { type HeadersLike, type VerifyOptions, verify } from './verify.ts'
