import type { Decision, Facts } from '../kernel/aggregate.ts'
import { reject } from '../kernel/result.ts'
import type {
  WebhookEndpoint,
  WebhookEndpointCommand,
  WebhookEndpointEvent,
} from './webhook-endpoint.ts'

/** Judges one command against one endpoint. */
export function decideWebhookEndpoint(
  state: WebhookEndpoint | null,
  command: WebhookEndpointCommand,
  facts: Facts,
): Decision<WebhookEndpointEvent> {
  if (command.type === 'CreateWebhookEndpoint') {
    const { id, url, events, description, metadata } = command
    const endpoint: WebhookEndpoint = {
      id,
      revision: 1,
      status: 'enabled',
      url,
      events,
      description,
      metadata,
      created_at: facts.now,
      updated_at: facts.now,
    }
    return {
      ok: true,
      events: [
        {
          type: 'webhook_endpoint.created',
          resource_kind: 'webhook_endpoint',
          resource_id: id,
          data: { endpoint },
        },
      ],
      private: { webhook_secrets: [command.secret] },
    }
  }
  if (state === null)
    return reject({ code: 'not_found', detail: `There is no webhook endpoint ${command.id}.` })
  // Asked twice, it is as wanted: a repeated request gets the same calm answer.
  if (state.status === 'deleted') return { ok: true, events: [] }
  return {
    ok: true,
    events: [
      {
        type: 'webhook_endpoint.deleted',
        resource_kind: 'webhook_endpoint',
        resource_id: state.id,
        data: {},
      },
    ],
    private: { webhook_secrets: [] },
  }
}
