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
  const moved = { ...state, updated_at: at, revision: state.revision + 1 }
  switch (event.type) {
    case 'webhook_endpoint.updated':
      return { ...moved, ...event.data }
    case 'webhook_endpoint.disabled':
      return { ...moved, status: 'disabled', disabled_because: event.data.because }
    case 'webhook_endpoint.enabled':
      return { ...moved, status: 'enabled', disabled_because: null }
    case 'webhook_endpoint.secret_rotated':
      return moved
    case 'webhook_endpoint.tested':
      return state
    case 'webhook_endpoint.deleted':
      return { ...moved, status: 'deleted' }
    default:
      return event satisfies never
  }
}
