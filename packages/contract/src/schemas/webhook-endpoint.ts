import { PUBLIC_EVENT_TYPES, WEBHOOK_ENDPOINT_STATUSES } from '@upi-autopay/rail'
import { z } from 'zod'
import { DeliveryStatusField } from './delivery-status.ts'
import { DurationField, InstantField, Metadata, text, UrlField } from './fields.ts'
import { allowedActions, resourceFields } from './resource.ts'

/** A type of event, or `*` for all, those of later versions included. */
export const Subscription = z
  .enum(['*', ...PUBLIC_EVENT_TYPES])
  .meta({ id: 'Subscription', 'x-open': true })

export const WebhookEndpointStatusField = z
  .enum(WEBHOOK_ENDPOINT_STATUSES)
  .meta({ id: 'WebhookEndpointStatus', 'x-open': true })

const fields = {
  ...resourceFields,
  object: z.literal('webhook_endpoint'),
  status: WebhookEndpointStatusField,
  allowed_actions: allowedActions,
  url: z.string(),
  events: z.array(Subscription),
  description: z.string().nullable(),
  disabled_because: z
    .enum(['merchant', 'failing'])
    .meta({ id: 'DisabledBecause', 'x-open': true })
    .nullable(),
}

/** An address that events are posted to. */
export const WebhookEndpoint = z
  .strictObject(fields)
  .meta({ id: 'WebhookEndpoint', description: 'An address that events are posted to.' })
export type WebhookEndpoint = z.output<typeof WebhookEndpoint>

/** The answer of the creation alone: it shows the secret that signs. */
export const WebhookEndpointCreated = z
  .strictObject({
    ...fields,
    secret: z.string().meta({ description: 'whsec_…, shown this once.' }),
  })
  .meta({ id: 'WebhookEndpointCreated' })
export type WebhookEndpointCreated = z.output<typeof WebhookEndpointCreated>

function checkSubscriptions(events: unknown, ctx: z.RefinementCtx): void {
  if (!Array.isArray(events)) return
  if (events.includes('*') && events.length > 1)
    ctx.addIssue({ code: 'custom', message: '["*"] already means every type; send it alone' })
  if (new Set(events).size < events.length)
    ctx.addIssue({ code: 'custom', message: 'must not name a type twice' })
}

const Subscriptions = z
  .array(Subscription)
  .min(1)
  .superRefine(checkSubscriptions, { when: () => true })

/** The body that changes an endpoint; what is left out stays. */
export const WebhookEndpointUpdate = z
  .strictObject({
    url: UrlField.optional(),
    events: Subscriptions.optional(),
    description: text(1, 200).nullable().optional(),
    metadata: Metadata.optional(),
  })
  .meta({ id: 'WebhookEndpointUpdate' })
export type WebhookEndpointUpdate = z.output<typeof WebhookEndpointUpdate>

/** The body that makes a new secret. */
export const WebhookSecretRotate = z
  .strictObject({
    overlap: DurationField.optional().meta({
      description: 'How long the secret before it signs too: a day unless said, a week at most.',
    }),
  })
  .meta({ id: 'WebhookSecretRotate' })
export type WebhookSecretRotate = z.output<typeof WebhookSecretRotate>

/** The body that sends again what an endpoint was sent in a span of time. */
export const WebhookRedeliver = z
  .strictObject({
    from: InstantField.meta({ description: 'System time, included.' }),
    until: InstantField.optional().meta({ description: 'System time, excluded; now unless said.' }),
    status: DeliveryStatusField.optional().meta({
      description: '`given_up` unless said; what is still tried by itself is left alone.',
    }),
  })
  .meta({ id: 'WebhookRedeliver' })
export type WebhookRedeliver = z.output<typeof WebhookRedeliver>

/** How much is sent again. */
export const WebhookRedelivery = z
  .strictObject({ object: z.literal('redelivery'), count: z.int() })
  .meta({ id: 'WebhookRedelivery' })
export type WebhookRedelivery = z.output<typeof WebhookRedelivery>

/** The body that registers an endpoint. */
export const WebhookEndpointCreate = z
  .strictObject({
    url: UrlField,
    events: Subscriptions,
    description: text(1, 200).optional(),
    metadata: Metadata.optional(),
  })
  .meta({ id: 'WebhookEndpointCreate' })
export type WebhookEndpointCreate = z.output<typeof WebhookEndpointCreate>
