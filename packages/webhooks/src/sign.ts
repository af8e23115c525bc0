import { decodeSecret } from './secret.ts'
import { computeSignature } from './signature.ts'
import { webPlatform } from './web-platform.ts'

/** What is signed. A repeated delivery keeps its `id` and `payload` and takes a new time. */
export interface SignInput {
  /** The message's id, the same at each repetition: receivers tell duplicates by it. No full stop in it. */
  readonly id: string
  /** When this attempt is made, in seconds since the epoch, by the system's clock. */
  readonly timestampSeconds: number
  /** The body exactly as it will be sent. */
  readonly payload: string | Uint8Array
  /** One secret, or several while a rotation lasts: one signature each. */
  readonly secrets: readonly string[]
}

/** The three headers of Standard Webhooks 1.0. A type, not an interface, so that it passes as a record of headers. */
export type WebhookHeaders = {
  readonly 'webhook-id': string
  readonly 'webhook-timestamp': string
  readonly 'webhook-signature': string
}

/**
 * Signs one delivery by Standard Webhooks 1.0.
 *
 * @throws TypeError when id, time or a secret is not usable: they are the sender's own, so that is a bug
 */
export async function sign(input: SignInput): Promise<WebhookHeaders> {
  const { id, timestampSeconds, secrets } = input
  if (id === '' || id.includes('.'))
    throw new TypeError('a webhook id is not empty and has no full stop')
  if (!Number.isSafeInteger(timestampSeconds))
    throw new TypeError('timestampSeconds is an integer of seconds')
  if (secrets.length === 0) throw new TypeError('signing needs at least one secret')
  const payload =
    typeof input.payload === 'string'
      ? new webPlatform.TextEncoder().encode(input.payload)
      : input.payload
  const signatures = await Promise.all(
    secrets.map((secret) =>
      computeSignature({ id, timestampSeconds, payload, key: keyOf(secret) }),
    ),
  )
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestampSeconds),
    'webhook-signature': signatures.join(' '),
  }
}

function keyOf(secret: string): Uint8Array {
  const key = decodeSecret(secret)
  if (key === undefined)
    throw new TypeError('a signing secret is whsec_ and 24 to 64 bytes in base64')
  return key
}
