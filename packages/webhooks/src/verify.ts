import { constantTimeEqual } from './constant-time-equal.ts'
import { decodeSecret } from './secret.ts'
import { computeSignature } from './signature.ts'
import { systemNow } from './system-clock.ts'
import { WebhookVerificationError } from './verification-error.ts'
import { webPlatform } from './web-platform.ts'

/** Headers as a plain object in any case (Node, Express) or with a getter (fetch). */
export type HeadersLike =
  | { get(name: string): string | null | undefined }
  | Readonly<Record<string, string | readonly string[] | undefined>>

/** How strictly time is looked at. */
export interface VerifyOptions {
  /** The receiver's time in milliseconds since the epoch; the system's clock if left out. */
  readonly now?: number
  /** How far the signed time may lie before or after `now`, ends included; 300 seconds if left out. */
  readonly toleranceSeconds?: number
}

/**
 * Believes a delivery or throws, and answers its parsed JSON.
 *
 * @param payload the body as received, before any parsing
 * @param secret the endpoint's secret, or both while a rotation lasts
 * @throws WebhookVerificationError with a `reason`
 * @example
 * const event = await verify(await request.text(), request.headers, endpointSecret)
 */
export async function verify(
  payload: string | Uint8Array,
  headers: HeadersLike,
  secret: string | readonly string[],
  options: VerifyOptions = {},
): Promise<unknown> {
  const bytes = rawBytes(payload)
  const id = readHeader(headers, 'webhook-id')
  const timestampSeconds = readTimestamp(readHeader(headers, 'webhook-timestamp'), options)
  const sent = readHeader(headers, 'webhook-signature').split(' ')
  const keys = (typeof secret === 'string' ? [secret] : secret).map(keyOf)
  let matches = false
  for (const key of keys) {
    const expected = await computeSignature({ id, timestampSeconds, payload: bytes, key })
    for (const signature of sent) matches = constantTimeEqual(signature, expected) || matches
  }
  if (!matches) {
    throw new WebhookVerificationError(
      'no_matching_signature',
      'No signature matches: the secret is another endpoint’s, or the body is not the one that was sent.',
    )
  }
  return parse(new webPlatform.TextDecoder().decode(bytes))
}

function rawBytes(payload: string | Uint8Array): Uint8Array {
  if (typeof payload === 'string') return new webPlatform.TextEncoder().encode(payload)
  if (payload instanceof Uint8Array) return payload
  throw new WebhookVerificationError(
    'payload_not_raw',
    'Pass the body as received, text or bytes: a parsed body cannot be verified.',
  )
}

function readHeader(headers: HeadersLike, name: string): string {
  const value = isGetter(headers) ? headers.get(name) : findIgnoringCase(headers, name)
  if (typeof value === 'string' && value !== '') return value
  throw new WebhookVerificationError('missing_header', `The header ${name} is missing.`)
}

function isGetter(
  headers: HeadersLike,
): headers is { get(name: string): string | null | undefined } {
  return typeof headers.get === 'function'
}

function findIgnoringCase(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  name: string,
): string | undefined {
  const key = Object.keys(headers).find((candidate) => candidate.toLowerCase() === name)
  const value = key === undefined ? undefined : headers[key]
  return typeof value === 'string' ? value : value?.[0]
}

function readTimestamp(header: string, options: VerifyOptions): number {
  if (!/^\d{1,12}$/.test(header)) {
    throw new WebhookVerificationError(
      'malformed_timestamp',
      'The header webhook-timestamp is not in seconds.',
    )
  }
  const timestampSeconds = Number(header)
  const tolerance = options.toleranceSeconds ?? 300
  const age = Math.floor((options.now ?? systemNow()) / 1000) - timestampSeconds
  if (age > tolerance) {
    throw new WebhookVerificationError(
      'timestamp_too_old',
      `Signed ${age} s ago, ${tolerance} s are allowed: a replay, or a clock that runs ahead.`,
    )
  }
  if (age < -tolerance) {
    throw new WebhookVerificationError(
      'timestamp_too_new',
      `Signed ${-age} s in the future, ${tolerance} s are allowed: a clock that lags.`,
    )
  }
  return timestampSeconds
}

function keyOf(secret: string): Uint8Array {
  const key = decodeSecret(secret)
  if (key !== undefined) return key
  throw new WebhookVerificationError(
    'malformed_secret',
    'A secret is whsec_ and 24 to 64 bytes in base64.',
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new WebhookVerificationError(
      'malformed_payload',
      'The signature is right but the body is not JSON.',
    )
  }
}
