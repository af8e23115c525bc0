import type { MerchantPolicy } from '@upi-autopay/contract'
import type { Transcript } from './transcript.ts'

/** Like the platform's fetch. Hosts that need no network hand in their own. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>

/** How one merchant is reached. */
export interface MerchantAccess {
  /** The address without `/v1` and without a slash at the end. */
  readonly baseUrl: string
  readonly apiKey: string
  /** A key of the same merchant with the scope `read` alone, where the host can make one. */
  readonly readOnlyApiKey?: string
  readonly fetch?: FetchLike
}

/** Two merchants of one implementation that nobody else uses meanwhile. */
export interface Session {
  readonly merchant: MerchantAccess
  /** The one from whom everything of the first is hidden. */
  readonly other: MerchantAccess
  /** Makes a further merchant like the first, for whom a policy counts in place of the provider's. */
  merchantWith?(policy: MerchantPolicy): Promise<MerchantAccess>
  close(): Promise<void>
}

/** What was posted to a receiver. Header names in lower case. */
export interface ReceivedWebhook {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A place that webhooks can be posted to. */
export interface WebhookReceiver {
  readonly url: string
  received(): readonly ReceivedWebhook[]
  /** Answers the next post with this status, then 204 again. */
  refuseOnce(status: number): void
  close(): Promise<void>
}

/** Things that not every implementation or host can do; cases that need one are left out without it. */
export interface Supports {
  /** The host delivers webhooks, and can listen where its deliveries arrive. */
  readonly openReceiver?: () => Promise<WebhookReceiver>
  /** Sessions make merchants with a policy of their own. */
  readonly merchantPolicies?: boolean
  /** Sessions have a read-only key. */
  readonly readOnlyKeys?: boolean
}

/** An implementation under test. */
export interface Target {
  readonly name: string
  /** `raw` speaks HTTP, `client` goes through the generated client; `raw` by default. */
  readonly driver?: 'raw' | 'client'
  openSession(): Promise<Session>
  readonly supports?: Supports
  /** Gets the transcript of each case that held, to be compared with that of another implementation. */
  readonly onTranscript?: (transcript: Transcript) => void
}
