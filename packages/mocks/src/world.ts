import {
  type Account,
  createEngine,
  createMemoryStore,
  type Engine,
  tenantOf,
} from '@upi-autopay/engine'
import type { Call, HandlerDeps } from '@upi-autopay/handlers'
import { createSimulator, simulatedBank } from '@upi-autopay/providers'
import { type HolidayTable, type Instant, isoDate, SCOPES, toInstant } from '@upi-autopay/rail'
import { createApiCaller } from './api-caller.ts'
import { createDeliveryHost } from './delivery-host.ts'
import { type MerchantStart, startMerchants } from './merchants.ts'
import { createMockIds } from './mock-ids.ts'
import { createMockSecrets } from './mock-secrets.ts'
import { instantOf } from './moment.ts'
import type { Respond } from './neutral.ts'
import type { AutopayMockOptions, MadeDelivery } from './options.ts'
import { pause } from './pause.ts'
import { createReadMemory } from './read-memory.ts'
import { respond } from './respond.ts'
import { historyOf, playHistory } from './scenario.ts'
import { systemNow } from './system-clock.ts'

/** One state of the mocks, from its beginning: a store, an engine over it, and the merchants in it. */
export interface World {
  readonly respond: Respond
  readonly merchants: readonly MerchantStart[]
  readonly secret: string
  readonly deliveries: readonly MadeDelivery[]
  /** Makes every delivery that is due by the system's clock; answers when none is left. */
  readonly deliver: () => Promise<void>
  readonly secretOf: (endpoint_id: string) => Promise<string | null>
}

/** Monday, 23 November 2026, 09:30 Indian time: before the morning's peak hours. */
const DEFAULT_NOW = '2026-11-23T04:00:00.000Z'

/** Where a function's deliveries are said to go: a name that never resolves (RFC 2606). */
const FUNCTION_URL = 'https://receiver.invalid/webhooks'

/** One after the other: side by side, as the server does it, the order across resources would be chance. */
const ONE = 1

/** Makes a fresh state. What is asked of it waits until its merchants and its history stand. */
export function createWorld(options: AutopayMockOptions, baseUrl: string): World {
  const clock = { now: (): Instant => toInstant((options.systemNow ?? systemNow)()) }
  const ids = createMockIds(options.seed ?? 1)
  const mintSecret = createMockSecrets(options.seed ?? 1)
  const secret = options.webhooks?.secret ?? mintSecret()
  const start = startOf(options, clock.now())
  const begin = toInstant(start - historyOf(options.scenario ?? 'empty'))
  const merchants = startMerchants(options, {
    ids,
    begin,
    clock: {
      mode: 'frozen',
      offset_ms: begin - clock.now(),
      frozen_at: begin,
      start_at: options.clock === 'running' && options.now === undefined ? null : start,
    },
  })
  const store = createMemoryStore()
  const provider = createSimulator({ holidays: holidaysOf(options) })
  const engine = createEngine({ store, clock, ids, pause, providerOf: () => provider })
  const handlers: HandlerDeps = {
    engine,
    bank: simulatedBank,
    base_url: () => baseUrl,
    // Nothing here is worth hiding, and no text is as certain to differ as the text itself.
    hash: (text) => text,
    digestKey: (key) => key,
    mintWebhookSecret: mintSecret,
    refuseWebhookUrl: () => null,
  }

  const deliveries: MadeDelivery[] = []
  const { deliver: receive, url = receive === undefined ? null : FUNCTION_URL } =
    options.webhooks ?? {}
  const host = createDeliveryHost({
    baseUrl,
    systemNow: clock.now,
    receiver: receive === undefined || url === null ? null : { url, deliver: receive },
    record: (made) => deliveries.push(made),
  })
  const mintRequestId = (): string => ids.mint('request', begin)
  const memory = createReadMemory((request) => respond(deps, request), mintRequestId)
  const deliver = (): Promise<void> =>
    memory.changing(async () => {
      while ((await engine.deliver(host, ONE)) > 0);
    })
  const openEndpoint = async (account: Account): Promise<void> => {
    if (url !== null) await registerEndpoint(engine, account, { url, secret })
  }

  const deps = {
    handlers,
    mintRequestId,
    before: async ({ account }: Call) => {
      if (account.clock.mode === 'running') await engine.settle(account)
    },
    after: async ({ account, path }: Call) => {
      if (path === '/v1/sandbox/reset') await openEndpoint(account)
      await deliver()
    },
  }
  async function begins(): Promise<void> {
    for (const { account, apiKey } of merchants) {
      const { merchant_id, mode, created_at } = account
      const id = ids.mint('api_key', begin)
      const key = { id, merchant_id, mode, digest: apiKey, scopes: SCOPES, created_at }
      await store.accounts.create(account, [key])
      const call = createApiCaller(memory.respond, apiKey)
      if (options.scenario === 'collecting') await playHistory(call, { begin, now: start })
      if (options.clock === 'running') await call('POST', '/v1/sandbox/clock', { mode: 'running' })
      await openEndpoint(account)
    }
  }

  let ready: Promise<void> | null = begins().then(() => {
    ready = null
  })
  return {
    respond: async (request) => {
      if (ready !== null) await ready
      return memory.respond(request)
    },
    merchants,
    secret,
    deliveries,
    deliver,
    secretOf: (endpoint_id) => secretOf(engine, merchants, endpoint_id),
  }
}

function startOf(options: AutopayMockOptions, system_now: Instant): Instant {
  if (options.now !== undefined) return instantOf(options.now)
  return options.clock === 'running' ? system_now : instantOf(DEFAULT_NOW)
}

async function registerEndpoint(
  engine: Engine,
  account: Account,
  { url, secret }: { url: string; secret: string },
): Promise<void> {
  const id = engine.deps.ids.mint('webhook_endpoint', account.created_at)
  await engine.handle([
    {
      account,
      command: {
        type: 'CreateWebhookEndpoint',
        id,
        url,
        events: ['*'],
        description: 'There from the start',
        secret,
        metadata: {},
      },
      target: { kind: 'webhook_endpoint', id, create: true },
      cause: 'mocks:start',
    },
  ])
}

async function secretOf(
  { deps }: Engine,
  merchants: readonly MerchantStart[],
  id: string,
): Promise<string | null> {
  const refs = merchants.map(({ account }) => ({
    tenant: tenantOf(account),
    kind: 'webhook_endpoint' as const,
    id,
  }))
  const found = (await deps.store.decisions.load(refs)).find((loaded) => loaded !== null)
  return found?.private.webhook_secrets?.[0] ?? null
}

/** The days as the rail has them; one that is none is a slip of the test. */
function holidaysOf({ holidays = {} }: AutopayMockOptions): HolidayTable {
  return Object.fromEntries(
    Object.entries(holidays).map(([year, days]) => [year, days.map((day) => isoDate(day))]),
  )
}
