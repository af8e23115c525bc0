import type { Instant } from '@upi-autopay/rail'
import { expect, test } from 'vitest'
import { tenantOf } from '../account/account.ts'
import { createSeededIds } from '../kernel/ids.ts'
import { ACCOUNT, createMandate, MONDAY_8, POLICY } from '../mandate/decider-specification.ts'
import { createMemoryStore } from '../memory/memory-store.ts'
import type { WebhookEndpoint } from '../webhook-endpoint/webhook-endpoint.ts'
import type { DeliveryHost } from './deliver.ts'
import { createEngine, type Engine } from './engine.ts'

const HOUR = 3_600_000

/** An engine with one endpoint that answers as told, and a way to let system time pass. */
async function worldOf(answer: () => number): Promise<{
  wait: (hours: number) => void
  happen: () => Promise<void>
  deliver: () => Promise<number>
  endpoint: () => Promise<WebhookEndpoint>
  engine: Engine
}> {
  let now = MONDAY_8
  let made = 0
  const engine = createEngine({
    store: createMemoryStore(),
    clock: { now: () => now },
    ids: createSeededIds(7),
    pause: async () => undefined,
    providerOf: () => ({
      name: 'silent',
      policy: POLICY,
      authorizationLink: () => 'upi://mandate',
      paymentLink: null,
      execute: async () => [],
      inquire: async () => [],
    }),
  })
  await engine.deps.store.accounts.create(ACCOUNT, [])
  const id = 'whk_1'
  await engine.handle([
    {
      account: ACCOUNT,
      command: {
        type: 'CreateWebhookEndpoint',
        id,
        secret: 'whsec_1',
        url: 'https://hooks.example.com',
        events: ['*'],
        description: null,
        metadata: {},
      },
      target: { kind: 'webhook_endpoint', id, create: true },
      cause: 'test',
    },
  ])
  const host: DeliveryHost = {
    render: () => '{}',
    sign: async () => ({}),
    send: async () => ({
      response: { status: answer(), headers: {}, body: '' },
      error: null,
      duration_ms: 1,
    }),
  }
  return {
    engine,
    wait: (hours) => {
      now = (now + hours * HOUR) as Instant
    },
    happen: async () => {
      const mandate = `mdt_${++made}`
      const command = { ...createMandate(), id: mandate, reference_id: `member-${made}` }
      await engine.handle([
        {
          account: ACCOUNT,
          command,
          target: { kind: 'mandate', id: mandate, create: true },
          cause: 'test',
        },
      ])
    },
    deliver: () => engine.deliver(host, 100),
    endpoint: async () => {
      const ref = { tenant: tenantOf(ACCOUNT), kind: 'webhook_endpoint' as const, id }
      return (await engine.deps.store.resources.get(ref))?.row.data as WebhookEndpoint
    },
  }
}

test('an endpoint that fails for five days is told no more, and the merchant is told so', async () => {
  const { wait, happen, deliver, endpoint, engine } = await worldOf(() => 500)
  for (let hours = 0; hours < 5 * 24; hours += 12) {
    await happen()
    await deliver()
    expect((await endpoint()).status, `after ${hours} hours`).toBe('enabled')
    wait(12)
  }
  await happen()
  await deliver()
  expect(await endpoint()).toMatchObject({ status: 'disabled', disabled_because: 'failing' })
  const told = await engine.deps.store.resources.listEvents({
    tenant: tenantOf(ACCOUNT),
    limit: 1,
    type: 'webhook_endpoint.disabled',
  })
  expect(told.items).toHaveLength(1)
})

test('one success within five days is enough to go on', async () => {
  let status = 500
  const { wait, happen, deliver, endpoint } = await worldOf(() => status)
  for (let hours = 0; hours < 10 * 24; hours += 12) {
    status = hours === 48 ? 200 : 500
    await happen()
    await deliver()
    if (hours < 7 * 24) expect((await endpoint()).status, `after ${hours} hours`).toBe('enabled')
    wait(12)
  }
  expect((await endpoint()).status).toBe('disabled')
})
