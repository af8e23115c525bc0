import { decodeBase64 } from './base64.ts'

/** What a signing secret begins with, so that scanners find a leaked one. */
export const SECRET_PREFIX = 'whsec_'

/** Standard Webhooks 1.0 allows keys from 192 to 512 bits. */
export const SECRET_BYTES = { min: 24, max: 64 } as const

/** The key behind a secret, or nothing when the secret is not one. The prefix may be missing, as the standard allows. */
export function decodeSecret(secret: string): Uint8Array | undefined {
  const encoded = secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : secret
  const key = decodeBase64(encoded)
  return key !== undefined && hasKeyLength(key) ? key : undefined
}

/** Whether so many bytes make a key. */
export function hasKeyLength(bytes: Uint8Array): boolean {
  return bytes.length >= SECRET_BYTES.min && bytes.length <= SECRET_BYTES.max
}
