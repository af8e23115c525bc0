import { z } from 'zod'
import { Delivery } from '../schemas/delivery.ts'
import { DeliveryStatusField } from '../schemas/delivery-status.ts'
import { EmptyBody } from '../schemas/empty-body.ts'
import { text } from '../schemas/fields.ts'
import { createdFields, listOf, pageFields } from '../schemas/list.ts'
import { actionHeaders, c, idParams, problems } from './route.ts'

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
  redeliver: {
    method: 'POST',
    path: '/v1/deliveries/:id/redeliver',
    pathParams: idParams,
    summary: 'Send a delivery again',
    description:
      'Makes a new delivery of the same event to the same endpoint, with retries of its own. For one that succeeded or was given up.',
    headers: actionHeaders,
    body: EmptyBody.prefault({}),
    responses: { 201: Delivery, ...problems },
    metadata: { resource: 'deliveries', method: 'redeliver', scope: 'write' },
  },
})
