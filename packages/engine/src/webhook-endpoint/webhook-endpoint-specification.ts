import type { Instant } from '@upi-autopay/rail'
import type { Decision, Facts } from '../kernel/aggregate.ts'
import type { LoggedEvent } from '../kernel/envelope.ts'
import { applyDecision, beginFold, unitOf } from '../kernel/fold.ts'
import { createSeededIds } from '../kernel/ids.ts'
import { ACCOUNT, MONDAY_8, POLICY } from '../mandate/decider-specification.ts'
import type { ResourceRow } from '../ports/decision-store.ts'
import type { PrivateData } from '../ports/private-data.ts'
import { webhookEndpointAggregate } from './aggregate.ts'
import type {
  WebhookEndpoint,
  WebhookEndpointCommand,
  WebhookEndpointEvent,
} from './webhook-endpoint.ts'

/** What a test drives: one endpoint's stream. */
export interface EndpointStream {
  state(): WebhookEndpoint
  /** Its secrets. */
  beside(): PrivateData
  logged(): readonly LoggedEvent[]
  rows(): readonly ResourceRow[]
  wait(ms: number): EndpointStream
  when(command: WebhookEndpointCommand): Decision<WebhookEndpointEvent>
  given(command: WebhookEndpointCommand): EndpointStream
}

/** One endpoint's stream, driven by commands at chosen moments: given what came before, when, then. */
export function createEndpointStream(): EndpointStream {
  const ids = createSeededIds(7)
  let now = MONDAY_8
  const fold = beginFold<WebhookEndpoint>({ merchant_id: 'mer_1', mode: 'test' }, 'whk_1', {
    version: 0,
    state: null,
    private: {},
  })
  const stream: EndpointStream = {
    state: () => fold.state as WebhookEndpoint,
    beside: () => fold.private,
    logged: () => fold.logged,
    rows: () => unitOf(webhookEndpointAggregate, fold, now)?.rows ?? [],
    wait(ms) {
      now = (now + ms) as Instant
      return stream
    },
    when(command) {
      const facts: Facts = {
        now,
        account: ACCOUNT,
        provider: { policy: POLICY, authorizationLink: null, paymentLink: null },
        mint: (kind) => ids.mint(kind, now),
      }
      const decision = webhookEndpointAggregate.decide(fold.state, command, facts, fold.private)
      if (decision.ok)
        applyDecision(webhookEndpointAggregate, fold, decision, { facts, cause: 'test' })
      return decision
    },
    given(command) {
      const decision = stream.when(command)
      if (!decision.ok)
        throw new Error(`refused: ${decision.rejection.code}: ${decision.rejection.detail}`)
      return stream
    },
  }
  return stream
}

export const CREATE: WebhookEndpointCommand = {
  type: 'CreateWebhookEndpoint',
  id: 'whk_1',
  secret: 'first',
  url: 'https://hooks.example.com',
  events: ['*'],
  description: null,
  metadata: {},
}

export const DISABLE = { type: 'DisableWebhookEndpoint', id: 'whk_1', because: 'merchant' } as const
export const GIVE_UP = { type: 'DisableWebhookEndpoint', id: 'whk_1', because: 'failing' } as const
export const ENABLE = { type: 'EnableWebhookEndpoint', id: 'whk_1' } as const
export const TEST = { type: 'TestWebhookEndpoint', id: 'whk_1' } as const
export const DELETE = { type: 'DeleteWebhookEndpoint', id: 'whk_1' } as const

/** What the merchant says anew of it. */
export function update(
  terms: Extract<WebhookEndpointCommand, { type: 'UpdateWebhookEndpoint' }>['terms'],
): WebhookEndpointCommand {
  return { type: 'UpdateWebhookEndpoint', id: 'whk_1', terms }
}

/** A new secret at an instant of system time; the one before it signs for `overlap` more. */
export function rotate(secret: string, at: number, overlap: number): WebhookEndpointCommand {
  return {
    type: 'RotateWebhookSecret',
    id: 'whk_1',
    secret,
    system_now: at as Instant,
    old_until: (at + overlap) as Instant,
  }
}
