import { encodeBase64 } from './base64.ts'
import { hasKeyLength, SECRET_BYTES, SECRET_PREFIX } from './secret.ts'

/**
 * Makes a signing secret, `whsec_…`, out of random bytes that the caller hands in.
 *
 * @param randomBytes 24 to 64 bytes from a cryptographic source
 * @throws RangeError for any other length: Standard Webhooks 1.0 allows keys from 192 to 512 bits
 */
export function generateSecret(randomBytes: Uint8Array): string {
  if (!hasKeyLength(randomBytes)) {
    throw new RangeError(
      `a signing secret needs ${SECRET_BYTES.min} to ${SECRET_BYTES.max} bytes, not ${randomBytes.length}`,
    )
  }
  return SECRET_PREFIX + encodeBase64(randomBytes)
}
