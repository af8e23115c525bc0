import type { Instant, WebhookEndpointStatus } from '@upi-autopay/rail'
import type { DomainEvent } from '../kernel/envelope.ts'

/** Where a merchant wants to be told. Its secrets live apart. */
export interface WebhookEndpoint {
  readonly id: string
  readonly revision: number
  readonly status: WebhookEndpointStatus
  readonly url: string
  /** Event types, or `*` alone for all. */
  readonly events: readonly string[]
  readonly description: string | null
  readonly metadata: Readonly<Record<string, string>>
  readonly created_at: Instant
  readonly updated_at: Instant
}

/** What can be asked of an endpoint. */
export type WebhookEndpointCommand =
  | {
      readonly type: 'CreateWebhookEndpoint'
      readonly id: string
      readonly url: string
      readonly events: readonly string[]
      readonly description: string | null
      readonly secret: string
      readonly metadata: Readonly<Record<string, string>>
    }
  | { readonly type: 'DeleteWebhookEndpoint'; readonly id: string }

export type WebhookEndpointEvent =
  | DomainEvent<'webhook_endpoint.created', { readonly endpoint: WebhookEndpoint }>
  | DomainEvent<'webhook_endpoint.deleted', Readonly<Record<never, never>>>
