import { PUBLIC_EVENT_TYPES } from '@upi-autopay/rail'
import {
  type CreateDocumentOptions,
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi'
import { contract } from '../contract.ts'
import { routesOf } from '../routes/routes-of.ts'
import {
  BatchEvent,
  MandateEvent,
  ModificationEvent,
  NotificationEvent,
  PresentationEvent,
  SettlementEvent,
  WebhookEndpointEvent,
} from '../schemas/event.ts'
import { operationOf, TAGS } from './operation.ts'

/** An OpenAPI document, loosely: passes over it look at a few keys and keep the rest. */
export type OpenApiDocument = ReturnType<typeof createDocument>

/** The OpenAPI 3.1 document of the public API, made from the routes. */
export function emitOpenApi(): OpenApiDocument {
  return createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'UPI Autopay',
        version: '1.0.0',
        description:
          'Mandates, notices and debits on UPI AutoPay. One contract for the server, the client and the mocks. Amounts are integer paise, instants UTC, dates Indian.',
        license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      },
      servers: [{ url: 'http://127.0.0.1:4010', description: 'The server on this machine' }],
      security: [{ bearer: [] }],
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            description: 'A key of the account: upi_test_sk_… or upi_live_sk_…',
          },
        },
      },
      paths: pathsOf(),
      webhooks: webhooksOf(),
    },
    OPTIONS,
  )
}

function pathsOf(): ZodOpenApiPathsObject {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const named of routesOf(contract)) {
    const path = named.route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] ??= {}
    paths[path][named.route.method.toLowerCase()] = operationOf(named)
  }
  return paths as ZodOpenApiPathsObject
}

const EVENT_SCHEMAS = {
  mandate: MandateEvent,
  modification: ModificationEvent,
  notification: NotificationEvent,
  presentation: PresentationEvent,
  settlement: SettlementEvent,
  batch: BatchEvent,
  webhook_endpoint: WebhookEndpointEvent,
} as const

function webhooksOf(): NonNullable<ZodOpenApiObject['webhooks']> {
  const webhooks: NonNullable<ZodOpenApiObject['webhooks']> = {}
  for (const type of PUBLIC_EVENT_TYPES) {
    const resource = type.split('.')[0] as keyof typeof EVENT_SCHEMAS
    webhooks[type] = {
      post: {
        operationId: `webhook_${type.replace('.', '_')}`,
        summary: type,
        description:
          'Signed by Standard Webhooks 1.0, at least once. Any 2xx answer acknowledges it.',
        tags: ['events'],
        security: [],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: EVENT_SCHEMAS[resource] } },
        },
        responses: {
          '2XX': { description: 'Received' },
          '4XX': { description: 'Refused; it is sent again later' },
        },
      },
    }
  }
  return webhooks
}

const OPTIONS: CreateDocumentOptions = {
  // Unknown fields are refused by the server, but the word would split each type that is both asked and answered.
  override: ({ jsonSchema }) => {
    if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
    if (jsonSchema.oneOf !== undefined) delete jsonSchema.type
    if (jsonSchema.format !== undefined) delete jsonSchema.pattern
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  },
}
