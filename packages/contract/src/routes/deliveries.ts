import { z } from 'zod'
import { Delivery, DeliveryStatusField } from '../schemas/delivery.ts'
import { text } from '../schemas/fields.ts'
import { createdFields, listOf, pageFields } from '../schemas/list.ts'
import { c, idParams, problems } from './route.ts'

/** One page of deliveries. */
export const DeliveryList = listOf('DeliveryList', Delivery)

/** `/v1/deliveries`: what was posted to webhook endpoints, and what they answered. */
export const deliveries = c.router({
  list: {
    method: 'GET',
    path: '/v1/deliveries',
    summary: 'List deliveries',
    description: 'Newest first, narrowed by the filters given.',
    query: z.strictObject({
      ...pageFields,
      ...createdFields,
      event_id: text(1, 64).optional(),
      webhook_endpoint_id: text(1, 64).optional(),
      status: DeliveryStatusField.optional(),
    }),
    responses: { 200: DeliveryList, ...problems },
    metadata: { resource: 'deliveries', method: 'list', scope: 'read' },
  },
  get: {
    method: 'GET',
    path: '/v1/deliveries/:id',
    pathParams: idParams,
    summary: 'Read a delivery',
    description: 'Every attempt with its request and response.',
    responses: { 200: Delivery, ...problems },
    metadata: { resource: 'deliveries', method: 'get', scope: 'read' },
  },
})
