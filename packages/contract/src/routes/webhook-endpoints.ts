import { z } from 'zod'
import { EmptyBody } from '../schemas/empty-body.ts'
import { createdFields, listOf, pageFields } from '../schemas/list.ts'
import {
  WebhookEndpoint,
  WebhookEndpointCreate,
  WebhookEndpointCreated,
  WebhookEndpointStatusField,
  WebhookEndpointUpdate,
  WebhookRedeliver,
  WebhookRedelivery,
  WebhookSecretRotate,
} from '../schemas/webhook-endpoint.ts'
import { actionHeaders, c, changeHeaders, idParams, postHeaders, problems } from './route.ts'

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
    query: z.strictObject({
      ...pageFields,
      ...createdFields,
      status: WebhookEndpointStatusField.optional(),
    }),
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
  update: {
    method: 'PATCH',
    path: '/v1/webhook_endpoints/:id',
    pathParams: idParams,
    summary: 'Change a webhook endpoint',
    description:
      'Address, subscriptions, description, metadata; what is left out stays. What waits to be sent goes to the new address.',
    headers: changeHeaders,
    body: WebhookEndpointUpdate,
    responses: { 200: WebhookEndpoint, ...problems },
    metadata: { resource: 'webhookEndpoints', method: 'update', scope: 'write' },
  },
  disable: {
    method: 'POST',
    path: '/v1/webhook_endpoints/:id/disable',
    pathParams: idParams,
    summary: 'Disable a webhook endpoint',
    description: 'Nothing is posted to it until it is enabled again; what waits is given up.',
    headers: actionHeaders,
    body: EmptyBody.prefault({}),
    responses: { 200: WebhookEndpoint, ...problems },
    metadata: { resource: 'webhookEndpoints', method: 'disable', scope: 'write' },
  },
  enable: {
    method: 'POST',
    path: '/v1/webhook_endpoints/:id/enable',
    pathParams: idParams,
    summary: 'Enable a webhook endpoint',
    description: 'It is told again, from now on; what it missed is sent by redelivery.',
    headers: actionHeaders,
    body: EmptyBody.prefault({}),
    responses: { 200: WebhookEndpoint, ...problems },
    metadata: { resource: 'webhookEndpoints', method: 'enable', scope: 'write' },
  },
  rotateSecret: {
    method: 'POST',
    path: '/v1/webhook_endpoints/:id/rotate_secret',
    pathParams: idParams,
    summary: 'Make a new signing secret',
    description:
      'Its answer alone shows the new secret. Until the overlap ends posts carry a signature by each of both.',
    headers: actionHeaders,
    body: WebhookSecretRotate.prefault({}),
    responses: { 200: WebhookEndpointCreated, ...problems },
    metadata: { resource: 'webhookEndpoints', method: 'rotateSecret', scope: 'write' },
  },
  test: {
    method: 'POST',
    path: '/v1/webhook_endpoints/:id/test',
    pathParams: idParams,
    summary: 'Send a test event',
    description:
      'Posts `webhook_endpoint.tested` to this endpoint alone, whatever it subscribes to.',
    headers: actionHeaders,
    body: EmptyBody.prefault({}),
    responses: { 200: WebhookEndpoint, ...problems },
    metadata: { resource: 'webhookEndpoints', method: 'test', scope: 'write' },
  },
  redeliver: {
    method: 'POST',
    path: '/v1/webhook_endpoints/:id/redeliver',
    pathParams: idParams,
    summary: 'Send a range again',
    description: 'Sends once more, each event once, what the endpoint was sent in a span of time.',
    headers: actionHeaders,
    body: WebhookRedeliver,
    responses: { 200: WebhookRedelivery, ...problems },
    metadata: { resource: 'webhookEndpoints', method: 'redeliver', scope: 'write' },
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
