/** An answer besides its body. */
export interface AnswerHead {
  readonly status: number
  /** Among them `ETag`, for `ifMatch`, and `Request-Id`. */
  readonly headers: Headers
}

/** What may be said of one call, besides its content. */
export interface CallOptions {
  /** Made by the client where a POST has none; the same for all its tries. */
  readonly idempotencyKey?: string | undefined
  /** The ETag under which the resource was read: a change is made only while it still stands so, else `precondition_failed`. */
  readonly ifMatch?: string | undefined
  /**
   * On creating payments and debits: waits up to so many seconds, 60 at most, for what becomes of it. The answer then
   * shows the state by its end; `payer_timeout` is thrown where the payer let it expire. Time limits are longer by it.
   */
  readonly waitSeconds?: number | undefined
  /** Called with the answer that ends the call, a refusal too; of a list, with that of each page. */
  readonly onResponse?: ((answer: AnswerHead) => void) | undefined
  /** For one try, in milliseconds. */
  readonly timeoutMs?: number | undefined
  /** For all tries and the waits between them, in milliseconds. */
  readonly deadlineMs?: number | undefined
  /** Tries after the first. */
  readonly maxRetries?: number | undefined
  /** Ends the call at once; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}
