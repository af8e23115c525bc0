import type { Instant } from '@upi-autopay/rail'
import type { WebhookEndpoint, WebhookEndpointEvent } from './webhook-endpoint.ts'

/** Applies one event to an endpoint. */
export function evolveWebhookEndpoint(
  state: WebhookEndpoint | null,
  event: WebhookEndpointEvent,
  at: Instant,
): WebhookEndpoint {
  if (event.type === 'webhook_endpoint.created') return event.data.endpoint
  if (state === null)
    throw new Error(`the stream of ${event.resource_id} does not begin with its creation`)
  return { ...state, status: 'deleted', updated_at: at, revision: state.revision + 1 }
}
