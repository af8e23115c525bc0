import type { HttpHandler } from 'msw'
import { createMerchantControls, type MockMerchant } from './merchant-controls.ts'
import { createMockFetch, type MockFetch } from './mock-fetch.ts'
import { mountOnMsw } from './mount-msw.ts'
import type { Respond } from './neutral.ts'
import type { AutopayMockOptions, MadeDelivery } from './options.ts'
import { createWorld } from './world.ts'

/** A whole Autopay service for tests, in memory: the engine of the server, with the time and the payers in your hand. */
export interface AutopayMock extends MockMerchant {
  /** For `setupServer(...handlers)` and `setupWorker(...handlers)` of MSW 2.10 or later. */
  readonly handlers: HttpHandler[]
  /** The same API without interception: `new Autopay({ apiKey, baseUrl, fetch })`. */
  readonly fetch: MockFetch
  /** Without a slash at the end. */
  readonly baseUrl: string
  /** All merchants, the first one being the mock itself. */
  readonly merchants: readonly MockMerchant[]
  readonly webhooks: MockWebhooks
  /** Back to the very start: data, clocks, settings, ids and deliveries. Cheap enough for every `beforeEach`. */
  reset(): void
}

/** What was sent to endpoints. */
export interface MockWebhooks {
  /** The secret of the endpoint that `options.webhooks` opened, for `verify`. */
  readonly secret: string
  /** The secret of any endpoint; null when there is no such endpoint. */
  secretOf(endpointId: string): Promise<string | null>
  /** Every post since the start, oldest first, failed ones included. */
  readonly deliveries: readonly MadeDelivery[]
  /** Makes the attempts that are due by the system's clock, such as repeats of failed ones. */
  deliverDue(): Promise<void>
}

const DEFAULT_BASE_URL = 'http://127.0.0.1:4010'

/**
 * Mocks of the Autopay API, stateful and by the rules of the server, as MSW handlers and as a fetch function.
 * Two instances share nothing. Events that a request or a clock move causes are sent, signed, before it is answered.
 *
 * @throws TypeError for a base URL or a `now` that cannot be read
 * @example
 * const autopay = createAutopay()
 * const server = setupServer(...autopay.handlers)
 */
export function createAutopay(options: AutopayMockOptions = {}): AutopayMock {
  const baseUrl = new URL(options.baseUrl ?? DEFAULT_BASE_URL).href.replace(/\/+$/, '')
  let world = createWorld(options, baseUrl)
  const respond: Respond = (request) => world.respond(request)
  const [first, ...others] = world.merchants.map(({ account, apiKey }) =>
    createMerchantControls(respond, {
      merchantId: account.merchant_id,
      name: account.name,
      apiKey,
    }),
  )
  if (first === undefined) throw new TypeError('merchants must name at least one')
  return {
    ...first,
    handlers: mountOnMsw(baseUrl, respond),
    fetch: createMockFetch(baseUrl, respond),
    baseUrl,
    merchants: [first, ...others],
    webhooks: {
      secret: world.secret,
      secretOf: (endpointId) => world.secretOf(endpointId),
      get deliveries() {
        return world.deliveries
      },
      deliverDue: () => world.deliver(),
    },
    reset: () => {
      world = createWorld(options, baseUrl)
    },
  }
}
