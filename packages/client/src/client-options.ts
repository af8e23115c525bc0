/** A function like the platform's fetch: also that of the mocks, which answers without a network. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>

/** How a client reaches the service, and how patient it is. */
export interface AutopayOptions {
  /** `upi_test_sk_…` or `upi_live_sk_…`. */
  readonly apiKey: string
  /** The server's address without `/v1`; by default the one on this machine. */
  readonly baseUrl?: string | undefined
  readonly fetch?: FetchLike | undefined
  /** For one try, in milliseconds; 30,000 by default. */
  readonly timeoutMs?: number | undefined
  /** For all tries of a call and the waits between them, in milliseconds; 90,000 by default. */
  readonly deadlineMs?: number | undefined
  /** Tries after the first; 3 by default. */
  readonly maxRetries?: number | undefined
  /** Waits between tries; handed in by tests. */
  readonly sleep?: ((ms: number) => Promise<void>) | undefined
  /** Makes idempotency keys; handed in by tests. */
  readonly randomKey?: (() => string) | undefined
  /** Milliseconds since the epoch, for deadlines; handed in by tests. */
  readonly now?: (() => number) | undefined
}
