import type { Instant } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import type { PrivateData } from '../ports/private-data.ts'
import { signingSecrets } from './signing-secrets.ts'
import type { WebhookEndpoint, WebhookEndpointCommand } from './webhook-endpoint.ts'
import {
  CREATE,
  createEndpointStream,
  DELETE,
  ENABLE,
  GIVE_UP,
  rotate,
} from './webhook-endpoint-specification.ts'

/** An endpoint after some commands, with what stands beside it. */
function after(...commands: readonly WebhookEndpointCommand[]): {
  state: WebhookEndpoint
  beside: PrivateData
} {
  const stream = createEndpointStream().given(CREATE)
  for (const command of commands) stream.given(command)
  return { state: stream.state(), beside: stream.beside() }
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
  test('is disabled, which says why', () => {
    expect(after(GIVE_UP).state).toMatchObject({ status: 'disabled', disabled_because: 'failing' })
  })

  test('stays deleted where its merchant was faster', () => {
    const { state } = after(DELETE, GIVE_UP)
    expect(state.status).toBe('deleted')
  })

  test('is enabled again by its merchant', () => {
    const { state } = after(GIVE_UP, ENABLE)
    expect(state).toMatchObject({ status: 'enabled', disabled_because: null })
  })
})

test('a deleted endpoint has no secret left', () => {
  const { beside } = after(rotate('second', 1_000, 500), DELETE)
  expect(signingSecrets(beside, 1_001 as Instant)).toEqual([])
})
