import { z } from 'zod'
import { DeliveryStatusField } from './delivery-status.ts'
import { EventTypeField } from './event.ts'
import { InstantField } from './fields.ts'
import { allowedActions, resourceFields } from './resource.ts'

const HeaderMap = z.record(z.string(), z.string()).meta({ id: 'HeaderMap' })

const DeliveryRequest = z
  .strictObject({ url: z.string(), headers: HeaderMap, body: z.string() })
  .meta({ id: 'DeliveryRequest' })

const DeliveryResponse = z
  .strictObject({ status: z.int(), headers: HeaderMap, body: z.string() })
  .meta({ id: 'DeliveryResponse' })

/** One post to the endpoint. */
export const DeliveryAttempt = z
  .strictObject({
    number: z.int(),
    at: InstantField,
    duration_ms: z.int(),
    request: DeliveryRequest,
    response: DeliveryResponse.nullable(),
    error: z.string().nullable(),
  })
  .meta({ id: 'DeliveryAttempt' })
export type DeliveryAttempt = z.output<typeof DeliveryAttempt>

/** One event on its way to one endpoint. */
export const Delivery = z
  .strictObject({
    ...resourceFields,
    object: z.literal('delivery'),
    status: DeliveryStatusField,
    allowed_actions: allowedActions,
    event_id: z.string(),
    event_type: EventTypeField,
    webhook_endpoint_id: z.string(),
    attempts: z.array(DeliveryAttempt),
    next_attempt_at: InstantField.nullable(),
  })
  .meta({ id: 'Delivery', description: 'One event on its way to one endpoint.' })
export type Delivery = z.output<typeof Delivery>
