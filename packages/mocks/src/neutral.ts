/** A request without its host: what interception and the plain function hand to the one pipeline. */
export interface NeutralRequest {
  readonly method: string
  /** Below the base URL, with its percent signs, without the query. */
  readonly path: string
  /** Without the question mark; empty when there is none. */
  readonly query: string
  readonly headers: HeaderReader
  /** Reads the body; asked once, and only where a body may stand. */
  readonly text: () => string | Promise<string>
  /** Reads the body as it comes in, for routes that take it so; asked instead of `text`. */
  readonly chunks: () => AsyncIterable<Uint8Array>
}

/** Headers by their names in lower case. */
export interface HeaderReader {
  get(name: string): string | undefined
  /** All of them: dearer than `get` on some hosts, so it is asked only where a route reads headers. */
  all(): Readonly<Record<string, string>>
}

/** An answer without its host. */
export interface NeutralResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Long tables come piece by piece. */
  readonly body: string | Uint8Array<ArrayBuffer> | AsyncIterable<string>
  /** Whether the same read gets the same answer until something is written: a success under a frozen clock. */
  readonly lasting: boolean
}

/** The pipeline as its hosts see it. */
export type Respond = (request: NeutralRequest) => Promise<NeutralResponse>
