import { allowedActions } from '@upi-autopay/rail'
import type { Decision, Facts } from '../kernel/aggregate.ts'
import { reject } from '../kernel/result.ts'
import type { PrivateData } from '../ports/private-data.ts'
import type {
  WebhookEndpoint,
  WebhookEndpointCommand,
  WebhookEndpointEvent,
} from './webhook-endpoint.ts'

type Answer = Decision<WebhookEndpointEvent>

const NOTHING: Answer = { ok: true, events: [] }

/** Judges one command against one endpoint. What is as wanted already gets the same calm answer again. */
export function decideWebhookEndpoint(
  state: WebhookEndpoint | null,
  command: WebhookEndpointCommand,
  facts: Facts,
  beside: PrivateData,
): Answer {
  if (command.type === 'CreateWebhookEndpoint') return create(command, facts)
  if (state === null)
    return reject({ code: 'not_found', detail: `There is no webhook endpoint ${command.id}.` })
  if (command.type === 'DeleteWebhookEndpoint') {
    if (state.status === 'deleted') return NOTHING
    return { ...happened(state, 'webhook_endpoint.deleted', {}), private: {} }
  }
  if (state.status === 'deleted') {
    // What is given up by the clock while the merchant deletes it is deleted.
    const given_up = 'because' in command && command.because === 'failing'
    return given_up ? NOTHING : refuse(state, 'it is deleted for good')
  }
  switch (command.type) {
    case 'UpdateWebhookEndpoint':
      return happened(state, 'webhook_endpoint.updated', command.terms)
    case 'DisableWebhookEndpoint':
      return state.status === 'disabled'
        ? NOTHING
        : happened(state, 'webhook_endpoint.disabled', { because: command.because })
    case 'EnableWebhookEndpoint':
      return state.status === 'enabled' ? NOTHING : happened(state, 'webhook_endpoint.enabled', {})
    case 'RotateWebhookSecret':
      return {
        ...happened(state, 'webhook_endpoint.secret_rotated', {}),
        private: rotated(beside, command),
      }
    case 'TestWebhookEndpoint':
      return state.status === 'enabled'
        ? happened(state, 'webhook_endpoint.tested', {})
        : refuse(state, 'a test goes to an enabled one')
    default:
      return command satisfies never
  }
}

function create(
  {
    id,
    secret,
    url,
    events,
    description,
    metadata,
  }: Extract<WebhookEndpointCommand, { type: 'CreateWebhookEndpoint' }>,
  { now }: Facts,
): Answer {
  const endpoint: WebhookEndpoint = {
    id,
    revision: 1,
    status: 'enabled',
    disabled_because: null,
    url,
    events,
    description,
    metadata,
    created_at: now,
    updated_at: now,
  }
  return {
    ...happened(endpoint, 'webhook_endpoint.created', { endpoint }),
    private: { webhook_secrets: [secret] },
  }
}

/** Both the new secret and those before it sign until the overlap ends; a secret that has ended is forgotten. */
function rotated(
  beside: PrivateData,
  {
    secret,
    old_until,
    system_now,
  }: Extract<WebhookEndpointCommand, { type: 'RotateWebhookSecret' }>,
): PrivateData {
  const before = beside.old_webhook_secrets ?? []
  const replaced = (beside.webhook_secrets ?? []).map((old) => ({ secret: old, until: old_until }))
  return {
    ...beside,
    webhook_secrets: [secret],
    old_webhook_secrets: [...replaced, ...before].filter(({ until }) => until > system_now),
  }
}

function happened<T extends WebhookEndpointEvent['type']>(
  { id }: WebhookEndpoint,
  type: T,
  data: Extract<WebhookEndpointEvent, { type: T }>['data'],
): Extract<Answer, { ok: true }> {
  const event = { type, resource_kind: 'webhook_endpoint', resource_id: id, data }
  return { ok: true, events: [event as unknown as WebhookEndpointEvent] }
}

function refuse({ id, status }: WebhookEndpoint, why: string): ReturnType<typeof reject> {
  return reject({
    code: 'state_conflict',
    detail: `Webhook endpoint ${id} is ${status}: ${why}.`,
    allowed_actions: allowedActions('webhook_endpoint', status),
  })
}
