import { type Aggregate, NO_REACTION } from '../kernel/aggregate.ts'
import { decideWebhookEndpoint } from './decide.ts'
import { evolveWebhookEndpoint } from './evolve.ts'
import type {
  WebhookEndpoint,
  WebhookEndpointCommand,
  WebhookEndpointEvent,
} from './webhook-endpoint.ts'

/** An endpoint is a unit of its own; it refers to nothing. */
export const webhookEndpointAggregate: Aggregate<
  WebhookEndpoint,
  WebhookEndpointCommand,
  WebhookEndpointEvent
> = {
  kind: 'webhook_endpoint',
  decide: decideWebhookEndpoint,
  evolve: evolveWebhookEndpoint,
  react: () => NO_REACTION,
  record: (endpoint) => endpoint ?? undefined,
  rows: (endpoint) => [
    {
      kind: 'webhook_endpoint',
      id: endpoint.id,
      stream: endpoint.id,
      revision: endpoint.revision,
      status: endpoint.status,
      reference_id: null,
      mandate_id: null,
      notification_id: null,
      created_at: endpoint.created_at,
      updated_at: endpoint.updated_at,
      data: endpoint,
    },
  ],
  prune: (endpoint) => endpoint,
  restore: (endpoint) => endpoint,
}
