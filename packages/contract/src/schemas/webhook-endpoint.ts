import { PUBLIC_EVENT_TYPES, WEBHOOK_ENDPOINT_STATUSES } from '@upi-autopay/rail'
import { z } from 'zod'
import { Metadata, text, UrlField } from './fields.ts'
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

function checkSubscriptions(events: string[], ctx: z.RefinementCtx): void {
  if (events.includes('*') && events.length > 1)
    ctx.addIssue({ code: 'custom', message: '["*"] already means every type; send it alone' })
  if (new Set(events).size < events.length)
    ctx.addIssue({ code: 'custom', message: 'must not name a type twice' })
}

/** The body that registers an endpoint. */
export const WebhookEndpointCreate = z
  .strictObject({
    url: UrlField,
    events: z.array(Subscription).min(1).superRefine(checkSubscriptions),
    description: text(1, 200).optional(),
    metadata: Metadata.optional(),
  })
  .meta({ id: 'WebhookEndpointCreate' })
export type WebhookEndpointCreate = z.output<typeof WebhookEndpointCreate>
