import type { Event, SandboxSettings } from '@upi-autopay/contract'
import type { NoticeExemption, ProviderPolicy } from '@upi-autopay/rail'
import type { Moment } from './moment.ts'
import type { Scenario } from './scenario.ts'

/** What a set of mocks starts from. Everything has a default. */
export interface AutopayMockOptions {
  /** The same seed and the same calls give the same ids; 1 by default. */
  readonly seed?: number | undefined
  /**
   * Where the test clock starts. By default Monday, 23 November 2026, 09:30 Indian time, outside the peak hours,
   * for a frozen clock, and the system's time for a running one.
   */
  readonly now?: Moment | undefined
  /** `frozen` moves by call only and is the default; `running` goes on with the system's time from `now`. */
  readonly clock?: 'frozen' | 'running' | undefined
  /** The address that is answered, without `/v1`; by default the client's own default, `http://127.0.0.1:4010`. */
  readonly baseUrl?: string | undefined
  /** The first merchant's key, `upi_test_sk_mock` by default. */
  readonly apiKey?: string | undefined
  /** Several merchants, each with data, clock and key of its own; by default one. */
  readonly merchants?: readonly MockMerchantOptions[] | undefined
  /** How the simulated bank begins; `POST /v1/sandbox/settings` and `settings()` change it. */
  readonly settings?: Partial<Omit<SandboxSettings, 'object'>> | undefined
  /** Bank holidays by year, `{ 2027: ['2027-03-22'] }`, that T+1 settlements pass over; none by default. */
  readonly holidays?: Readonly<Record<string, readonly string[]>> | undefined
  /** What there is at the start; nothing by default. */
  readonly scenario?: Scenario | undefined
  /** Where every event is sent without an endpoint being registered first. */
  readonly webhooks?: MockWebhookOptions | undefined
  /** System time in milliseconds since the epoch, for signatures and delivery retries; the system's by default. */
  readonly systemNow?: (() => number) | undefined
}

/** A merchant of the mocks. What is left out gets a default of its own. */
export interface MockMerchantOptions {
  readonly name?: string | undefined
  /** `upi_test_sk_mock`, `upi_test_sk_mock_2` and so on by default. */
  readonly apiKey?: string | undefined
  readonly payeeVpa?: string | undefined
  /** The merchant category code that a mandate gets when it names none. */
  readonly mcc?: string | undefined
  readonly approvedMccs?: readonly string[] | undefined
  /** Exemptions from the notice that its mandates may claim; none by default. */
  readonly approvedExemptions?: readonly NoticeExemption[] | undefined
  /** What counts for it in place of the simulator's policy, such as `rules_as_of`: the rail as it was on a day. */
  readonly policy?: Partial<ProviderPolicy> | undefined
}

/** A first endpoint, there from the start, that takes every event of every merchant. */
export interface MockWebhookOptions {
  /** Posted to with the platform's fetch, unless `deliver` is given. */
  readonly url?: string | undefined
  /** Gets each delivery instead. Throwing counts as a failed attempt, which is made again after the usual delays. */
  readonly deliver?: ((delivery: MockDelivery) => void | Promise<void>) | undefined
  /** `whsec_…`; one made from the seed by default, shown as `webhooks.secret`. */
  readonly secret?: string | undefined
}

/** One signed post to an endpoint: what a receiver gets. */
export interface MockDelivery {
  readonly url: string
  /** Names in lower case, with the three of Standard Webhooks among them. */
  readonly headers: Readonly<Record<string, string>>
  /** The text that is signed. */
  readonly body: string
  /** The same, read. */
  readonly event: Event
  readonly merchantId: string
}

/** A delivery with what came of it. */
export interface MadeDelivery extends MockDelivery {
  /** The receiver's HTTP status; 200 for a function that returned, null where nothing answered. */
  readonly status: number | null
  readonly error: string | null
}
