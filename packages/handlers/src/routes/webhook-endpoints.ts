import type { contract } from '@upi-autopay/contract'
import type { ReadRow, WebhookEndpoint } from '@upi-autopay/engine'
import type { HandlerTable } from '../answer.ts'
import { nowOf } from '../call.ts'
import { perform, problemContext } from '../perform.ts'
import { showOne, showPage } from '../read.ts'
import type { RenderContext } from '../render/context.ts'
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
      answer: (row, context) => ({ status: 201, body: { ...showEndpoint(row, context), secret } }),
      // A replay tells that the endpoint was made, not its secret.
      kept: (created) => ({ ...(created as object), secret: '' }),
      idempotency_key: headers['idempotency-key'],
    })
  },

  list: async ({ query }, call) => showPage(call, 'webhook_endpoint', query, showEndpoint),

  get: async ({ params }, call) =>
    showOne(call, { kind: 'webhook_endpoint', id: params.id }, showEndpoint),

  delete: async ({ params }, call) =>
    perform(call, {
      item: {
        command: { type: 'DeleteWebhookEndpoint', id: params.id },
        target: { kind: 'webhook_endpoint', id: params.id },
      },
      shows: { kind: 'webhook_endpoint', id: params.id },
      answer: (row, context) => ({ status: 200, body: showEndpoint(row, context) }),
      idempotency_key: undefined,
    }),
}

function showEndpoint(
  { row }: ReadRow,
  context: RenderContext,
): ReturnType<typeof renderWebhookEndpoint> {
  return renderWebhookEndpoint(row.data as WebhookEndpoint, context)
}
