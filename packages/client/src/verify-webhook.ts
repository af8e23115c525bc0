import { type HeadersLike, type VerifyOptions, verify } from '@upi-autopay/webhooks'
import type { Event } from './generated/models.ts'

/**
 * Believes a webhook or throws, and answers its event. Switch on `type`; types of later versions reach the default
 * branch.
 *
 * @param payload the body as received, before any parsing
 * @param secret the endpoint's `whsec_…`, or both while a rotation lasts
 * @throws WebhookVerificationError with a `reason`
 * @example
 * const event = await verifyWebhook(await request.text(), request.headers, secret)
 * if (event.type === 'presentation.succeeded') book(event.data.object.amount)
 */
export async function verifyWebhook(
  payload: string | Uint8Array,
  headers: HeadersLike,
  secret: string | readonly string[],
  options?: VerifyOptions,
): Promise<Event> {
  return (await verify(payload, headers, secret, options)) as Event
}
