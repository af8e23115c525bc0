import type { Instant, WebhookEndpointStatus } from '@upi-autopay/rail'
import type { DomainEvent } from '../kernel/envelope.ts'

/** Where a merchant wants to be told. Its secrets live apart. */
export interface WebhookEndpoint extends WebhookTerms {
  readonly id: string
  readonly revision: number
  readonly status: WebhookEndpointStatus
  /** Why it is told no more: the merchant said so, or it failed for days. Null while it is enabled. */
  readonly disabled_because: DisabledBecause | null
  readonly created_at: Instant
  readonly updated_at: Instant
}

/** What a merchant says of an endpoint. */
export interface WebhookTerms {
  readonly url: string
  /** Event types, or `*` alone for all. */
  readonly events: readonly string[]
  readonly description: string | null
  readonly metadata: Readonly<Record<string, string>>
}

export type DisabledBecause = 'merchant' | 'failing'

/** What can be asked of an endpoint. */
export type WebhookEndpointCommand =
  | ({
      readonly type: 'CreateWebhookEndpoint'
      readonly id: string
      readonly secret: string
    } & WebhookTerms)
  | {
      readonly type: 'UpdateWebhookEndpoint'
      readonly id: string
      readonly terms: Partial<WebhookTerms>
    }
  | {
      readonly type: 'DisableWebhookEndpoint'
      readonly id: string
      readonly because: DisabledBecause
    }
  | { readonly type: 'EnableWebhookEndpoint'; readonly id: string }
  /** `old_until` and `system_now`: system time, by which signatures are dated. */
  | {
      readonly type: 'RotateWebhookSecret'
      readonly id: string
      readonly secret: string
      readonly old_until: Instant
      readonly system_now: Instant
    }
  | { readonly type: 'TestWebhookEndpoint'; readonly id: string }
  | { readonly type: 'DeleteWebhookEndpoint'; readonly id: string }

type Nothing = Readonly<Record<never, never>>

export type WebhookEndpointEvent =
  | DomainEvent<'webhook_endpoint.created', { readonly endpoint: WebhookEndpoint }>
  | DomainEvent<'webhook_endpoint.updated', Partial<WebhookTerms>>
  | DomainEvent<'webhook_endpoint.disabled', { readonly because: DisabledBecause }>
  | DomainEvent<'webhook_endpoint.enabled', Nothing>
  | DomainEvent<'webhook_endpoint.secret_rotated', Nothing>
  | DomainEvent<'webhook_endpoint.tested', Nothing>
  | DomainEvent<'webhook_endpoint.deleted', Nothing>
