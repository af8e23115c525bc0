import { z } from 'zod'
import { listOf, pageFields } from '../schemas/list.ts'
import {
  WebhookEndpoint,
  WebhookEndpointCreate,
  WebhookEndpointCreated,
} from '../schemas/webhook-endpoint.ts'
import { c, changeHeaders, idParams, postHeaders, problems } from './route.ts'

/** One page of webhook endpoints. */
export const WebhookEndpointList = listOf('WebhookEndpointList', WebhookEndpoint)

/** `/v1/webhook_endpoints`: where events are posted to. */
export const webhookEndpoints = c.router({
  create: {
    method: 'POST',
    path: '/v1/webhook_endpoints',
    summary: 'Register a webhook endpoint',
    description: 'Its answer alone shows the signing secret.',
    headers: postHeaders,
    body: WebhookEndpointCreate,
    responses: { 201: WebhookEndpointCreated, ...problems },
    metadata: { resource: 'webhookEndpoints', method: 'create', scope: 'write' },
  },
  list: {
    method: 'GET',
    path: '/v1/webhook_endpoints',
    summary: 'List webhook endpoints',
    description: 'Newest first.',
    query: z.strictObject(pageFields),
    responses: { 200: WebhookEndpointList, ...problems },
    metadata: { resource: 'webhookEndpoints', method: 'list', scope: 'read' },
  },
  get: {
    method: 'GET',
    path: '/v1/webhook_endpoints/:id',
    pathParams: idParams,
    summary: 'Read a webhook endpoint',
    description: 'The endpoint without its secret.',
    responses: { 200: WebhookEndpoint, ...problems },
    metadata: { resource: 'webhookEndpoints', method: 'get', scope: 'read' },
  },
  delete: {
    method: 'DELETE',
    path: '/v1/webhook_endpoints/:id',
    pathParams: idParams,
    summary: 'Delete a webhook endpoint',
    description: 'Nothing more is posted to it; answers the endpoint as it was left.',
    headers: changeHeaders,
    responses: { 200: WebhookEndpoint, ...problems },
    metadata: { resource: 'webhookEndpoints', method: 'delete', scope: 'write' },
  },
})
