import {
  type contract,
  durationMs,
  type WebhookEndpointUpdate,
  type WebhookEndpoint as WireWebhookEndpoint,
} from '@upi-autopay/contract'
import {
  type ReadRow,
  tenantOf,
  type WebhookEndpoint,
  type WebhookEndpointCommand,
  type WebhookTerms,
} from '@upi-autopay/engine'
import { toInstant } from '@upi-autopay/rail'
import type { HandlerTable, Refusal } from '../answer.ts'
import { type Call, nowOf } from '../call.ts'
import { perform, performOnce, problemContext } from '../perform.ts'
import { read, refuseMissing, refuseStale, showOne, showPage } from '../read.ts'
import type { RenderContext } from '../render/context.ts'
import { refuse, refuseRejection } from '../render/problem.ts'
import { renderWebhookEndpoint } from '../render/resource.ts'

/** `/v1/webhook_endpoints`. */
export const webhookEndpoints: HandlerTable<typeof contract.webhookEndpoints> = {
  create: async ({ body, headers }, call) => {
    const refusal = refuseUnreachable(call, body.url)
    if (refusal !== null) return refusal
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
      kept: withoutSecret,
      idempotency_key: headers['idempotency-key'],
    })
  },

  list: async ({ query }, call) => showPage(call, 'webhook_endpoint', query, showEndpoint),

  get: async ({ params }, call) =>
    showOne(call, { kind: 'webhook_endpoint', id: params.id }, showEndpoint),

  update: async ({ params, body }, call) => {
    const refusal = body.url === undefined ? null : refuseUnreachable(call, body.url)
    if (refusal !== null) return refusal
    return change(call, { type: 'UpdateWebhookEndpoint', id: params.id, terms: termsIn(body) })
  },

  disable: async ({ params, headers }, call) =>
    change(call, { type: 'DisableWebhookEndpoint', id: params.id, because: 'merchant' }, headers),

  enable: async ({ params, headers }, call) => {
    const answer = await change(call, { type: 'EnableWebhookEndpoint', id: params.id }, headers)
    // Days of failing before that count no more.
    if (answer.status === 200)
      await call.deps.engine.deps.store.deliveries.forgive(tenantOf(call.account), params.id)
    return answer
  },

  rotateSecret: async ({ params, body, headers }, call) => {
    const overlap_ms = body.overlap === undefined ? DAY_MS : durationMs(body.overlap)
    if (overlap_ms > OVERLAP_MAX_MS) {
      return refuse(problemContext(call), 'invalid_request', 'overlap is a week at most.', {
        errors: [{ in: 'body', pointer: '/overlap', message: 'must be P7D at most' }],
        limit: { overlap_max_ms: OVERLAP_MAX_MS },
      })
    }
    const secret = call.deps.mintWebhookSecret()
    const system_now = call.deps.engine.deps.clock.now()
    return perform(call, {
      item: {
        command: {
          type: 'RotateWebhookSecret',
          id: params.id,
          secret,
          old_until: toInstant(system_now + overlap_ms),
          system_now,
        },
        target: { kind: 'webhook_endpoint', id: params.id },
      },
      shows: { kind: 'webhook_endpoint', id: params.id },
      answer: (row, context) => ({ status: 200, body: { ...showEndpoint(row, context), secret } }),
      kept: withoutSecret,
      idempotency_key: headers['idempotency-key'],
    })
  },

  test: async ({ params, headers }, call) =>
    change(call, { type: 'TestWebhookEndpoint', id: params.id }, headers),

  redeliver: async ({ params, body, headers }, call) =>
    performOnce(call, headers['idempotency-key'], async () => {
      const { engine } = call.deps
      const endpoint = await read(call, 'webhook_endpoint', params.id)
      if (endpoint === null) return refuseMissing(call, 'webhook_endpoint', params.id)
      const stale = refuseStale(call, endpoint.row)
      if (stale !== null) return stale
      const until = body.until === undefined ? engine.deps.clock.now() : Date.parse(body.until)
      const sent = await engine.redeliverRange(call.account, {
        webhook_endpoint_id: params.id,
        created_from: toInstant(Date.parse(body.from)),
        created_until: toInstant(until),
        status: body.status ?? 'given_up',
      })
      if (!sent.ok) return refuseRejection(problemContext(call), sent.rejection)
      return { status: 200, body: { object: 'redelivery', count: sent.count } }
    }),

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

const DAY_MS = 86_400_000
/** Longer than a week two secrets are one too many. */
const OVERLAP_MAX_MS = 7 * DAY_MS

type Answered = { status: 200; body: WireWebhookEndpoint } | Refusal

/** One command to an endpoint, answered with the endpoint as it then is. */
async function change(
  call: Call,
  command: WebhookEndpointCommand,
  headers: { readonly 'idempotency-key'?: string | undefined } = {},
): Promise<Answered> {
  return perform(call, {
    item: { command, target: { kind: 'webhook_endpoint', id: command.id } },
    shows: { kind: 'webhook_endpoint', id: command.id },
    answer: (row, context) => ({ status: 200 as const, body: showEndpoint(row, context) }),
    idempotency_key: headers['idempotency-key'],
  })
}

/** A replay tells that a secret was made, not the secret. */
function withoutSecret(body: unknown): unknown {
  return { ...(body as object), secret: '' }
}

/** Where the host does not post to, whoever asks. */
function refuseUnreachable(call: Call, url: string): Refusal | null {
  const unreachable = call.deps.refuseWebhookUrl(url)
  if (unreachable === null) return null
  return refuse(problemContext(call), 'invalid_request', `url ${unreachable}.`, {
    errors: [{ in: 'body', pointer: '/url', message: unreachable }],
  })
}

/** What was sent; what was left out stays. */
function termsIn(body: WebhookEndpointUpdate): Partial<WebhookTerms> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
}

function showEndpoint(
  { row }: ReadRow,
  context: RenderContext,
): ReturnType<typeof renderWebhookEndpoint> {
  return renderWebhookEndpoint(row.data as WebhookEndpoint, context)
}
