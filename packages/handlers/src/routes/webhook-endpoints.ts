import type { contract } from '@upi-autopay/contract'
import type { WebhookEndpoint } from '@upi-autopay/engine'
import type { HandlerTable } from '../answer.ts'
import { nowOf } from '../call.ts'
import { listOf, pageQuery } from '../page.ts'
import { perform, problemContext, renderContext } from '../perform.ts'
import { read, refuseMissing } from '../read.ts'
import { refuse } from '../render/problem.ts'
import { renderWebhookEndpoint } from '../render/resource.ts'

/** `/v1/webhook_endpoints`. */
export const webhookEndpoints: HandlerTable<typeof contract.webhookEndpoints> = {
  create: async ({ body, headers }, call) => {
    const unreachable = call.deps.refuseWebhookUrl(body.url)
    if (unreachable !== null) {
      return refuse(problemContext(call), 'invalid_request', `url ${unreachable}.`, {
        errors: [{ in: 'body', pointer: '/url', message: unreachable }],
      })
    }
    const id = call.deps.engine.deps.ids.mint('webhook_endpoint', nowOf(call))
    const secret = call.deps.mintWebhookSecret()
    return perform(call, {
      item: {
        command: {
          type: 'CreateWebhookEndpoint',
          id,
          url: body.url,
          events: body.events,
          description: body.description ?? null,
          secret,
          metadata: body.metadata ?? {},
        },
        target: { kind: 'webhook_endpoint', id, create: true },
      },
      shows: { kind: 'webhook_endpoint', id },
      answer: ({ row }, context) => ({
        status: 201,
        body: { ...renderWebhookEndpoint(row.data as WebhookEndpoint, context), secret },
      }),
      // A replay tells that the endpoint was made, not its secret.
      kept: (created) => ({ ...(created as object), secret: '' }),
      idempotency_key: headers['idempotency-key'],
    })
  },

  list: async ({ query }, call) => {
    const page = await call.deps.engine.deps.store.resources.list({
      ...pageQuery(call, query),
      kind: 'webhook_endpoint',
    })
    const context = renderContext(call)
    return {
      status: 200,
      body: listOf(
        page,
        page.items.map(({ row }) => renderWebhookEndpoint(row.data as WebhookEndpoint, context)),
      ),
    }
  },

  get: async ({ params }, call) => {
    const found = await read(call, 'webhook_endpoint', params.id)
    if (found === null) return refuseMissing(call, 'webhook endpoint', params.id)
    return {
      status: 200,
      body: renderWebhookEndpoint(found.row.data as WebhookEndpoint, renderContext(call)),
      headers: { ETag: `"${found.row.revision}"` },
    }
  },

  delete: async ({ params }, call) =>
    perform(call, {
      item: {
        command: { type: 'DeleteWebhookEndpoint', id: params.id },
        target: { kind: 'webhook_endpoint', id: params.id },
      },
      shows: { kind: 'webhook_endpoint', id: params.id },
      answer: ({ row }, context) => ({
        status: 200,
        body: renderWebhookEndpoint(row.data as WebhookEndpoint, context),
      }),
      idempotency_key: undefined,
    }),
}
