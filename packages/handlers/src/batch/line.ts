/** One row of an upload before its form is looked at. */
export interface Line {
  /** Where it stood, from 1. */
  readonly line: number
  /** As sent, for telling one upload from another. */
  readonly raw: string
  readonly reading:
    | { readonly ok: true; readonly value: unknown }
    | {
        readonly ok: false
        readonly code: 'invalid_request' | 'malformed_json'
        readonly message: string
      }
}
