/** What may be said of one call, besides its content. */
export interface CallOptions {
  /** Made by the client where a POST has none; the same for all its tries. */
  readonly idempotencyKey?: string | undefined
  /** The ETag under which the resource was read: a change is made only while it still stands so, else `precondition_failed`. */
  readonly ifMatch?: string | undefined
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
