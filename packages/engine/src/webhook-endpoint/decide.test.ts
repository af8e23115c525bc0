import type { Instant } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import type { Facts } from '../kernel/aggregate.ts'
import { ACCOUNT, MONDAY_8, POLICY } from '../mandate/decider-specification.ts'
import type { PrivateData } from '../ports/private-data.ts'
import { decideWebhookEndpoint } from './decide.ts'
import { evolveWebhookEndpoint } from './evolve.ts'
import { signingSecrets } from './signing-secrets.ts'
import type { WebhookEndpoint, WebhookEndpointCommand } from './webhook-endpoint.ts'

const FACTS: Facts = {
  now: MONDAY_8,
  account: ACCOUNT,
  provider: { policy: POLICY, authorizationLink: null, paymentLink: null },
  mint: () => {
    throw new Error('nothing here has an id of its own')
  },
}

/** An endpoint after some commands, with what stands beside it. */
function after(...commands: readonly WebhookEndpointCommand[]): {
  state: WebhookEndpoint
  beside: PrivateData
} {
  let state: WebhookEndpoint | null = null
  let beside: PrivateData = {}
  for (const command of [CREATE, ...commands]) {
    const decision = decideWebhookEndpoint(state, command, FACTS, beside)
    if (!decision.ok) throw new Error(decision.rejection.detail)
    for (const event of decision.events) state = evolveWebhookEndpoint(state, event, FACTS.now)
    beside = decision.private ?? beside
  }
  if (state === null) throw new Error('nothing was made')
  return { state, beside }
}

const CREATE: WebhookEndpointCommand = {
  type: 'CreateWebhookEndpoint',
  id: 'whk_1',
  secret: 'first',
  url: 'https://hooks.example.com',
  events: ['*'],
  description: null,
  metadata: {},
}

function rotate(secret: string, at: number, overlap: number): WebhookEndpointCommand {
  return {
    type: 'RotateWebhookSecret',
    id: 'whk_1',
    secret,
    system_now: at as Instant,
    old_until: (at + overlap) as Instant,
  }
}

describe('a rotated secret', () => {
  test('signs beside the new one until the overlap ends', () => {
    const { beside } = after(rotate('second', 1_000, 500))
    expect(signingSecrets(beside, 1_499 as Instant)).toEqual(['second', 'first'])
    expect(signingSecrets(beside, 1_500 as Instant)).toEqual(['second'])
  })

  test('is forgotten by the next rotation once it has ended, and kept while it has not', () => {
    const { beside } = after(rotate('second', 1_000, 500), rotate('third', 1_400, 500))
    expect(signingSecrets(beside, 1_450 as Instant)).toEqual(['third', 'second', 'first'])
    const late = after(rotate('second', 1_000, 500), rotate('third', 2_000, 500))
    expect(late.beside.old_webhook_secrets).toEqual([{ secret: 'second', until: 2_500 }])
  })

  test('signs no more at once where no overlap is wanted', () => {
    const { beside } = after(rotate('second', 1_000, 0))
    expect(signingSecrets(beside, 1_000 as Instant)).toEqual(['second'])
  })
})

describe('an endpoint that fails for days', () => {
  const give_up: WebhookEndpointCommand = {
    type: 'DisableWebhookEndpoint',
    id: 'whk_1',
    because: 'failing',
  }

  test('is disabled, which says why', () => {
    expect(after(give_up).state).toMatchObject({ status: 'disabled', disabled_because: 'failing' })
  })

  test('stays deleted where its merchant was faster', () => {
    const { state } = after({ type: 'DeleteWebhookEndpoint', id: 'whk_1' }, give_up)
    expect(state.status).toBe('deleted')
  })

  test('is enabled again by its merchant', () => {
    const { state } = after(give_up, { type: 'EnableWebhookEndpoint', id: 'whk_1' })
    expect(state).toMatchObject({ status: 'enabled', disabled_because: null })
  })
})

test('a deleted endpoint has no secret left', () => {
  const { beside } = after(rotate('second', 1_000, 500), {
    type: 'DeleteWebhookEndpoint',
    id: 'whk_1',
  })
  expect(signingSecrets(beside, 1_001 as Instant)).toEqual([])
})
