import { REJECTIONS, type RejectionCode, type Retry } from '@upi-autopay/rail'

/** A row of the error catalogue: what the caller is told, and what to do about it. */
export interface ErrorRow {
  readonly code: string
  readonly title: string
  /** HTTP status. */
  readonly status: number
  readonly remedy: string
  readonly retry: Retry
}

/** What can be wrong before the resource is looked at, in order of precedence. */
export const REQUEST_ERRORS = [
  {
    code: 'route_not_found',
    title: 'No such route',
    status: 404,
    remedy: 'Check the method and the path against /openapi.json.',
    retry: 'never',
  },
  {
    code: 'unauthenticated',
    title: 'No valid API key',
    status: 401,
    remedy: 'Send Authorization: Bearer with a key of this service.',
    retry: 'after_fix',
  },
  {
    code: 'scope_insufficient',
    title: 'The key lacks the scope',
    status: 403,
    remedy: 'Use a key that has the scope named in the detail.',
    retry: 'after_fix',
  },
  {
    code: 'test_mode_only',
    title: 'Only in test mode',
    status: 403,
    remedy: 'Use a test key; the sandbox does not exist in live mode.',
    retry: 'after_fix',
  },
  {
    code: 'body_too_large',
    title: 'The body is too large',
    status: 413,
    remedy: 'Send a body within the limit.',
    retry: 'after_fix',
  },
  {
    code: 'unsupported_media_type',
    title: 'The body is not JSON',
    status: 415,
    remedy: 'Send Content-Type: application/json.',
    retry: 'after_fix',
  },
  {
    code: 'malformed_json',
    title: 'The body is not well-formed JSON',
    status: 400,
    remedy: 'Correct the JSON at the place named in the detail.',
    retry: 'after_fix',
  },
  {
    code: 'invalid_request',
    title: 'The request does not have the right form',
    status: 400,
    remedy: 'Correct every field named under errors.',
    retry: 'after_fix',
  },
  {
    code: 'idempotency_mismatch',
    title: 'The idempotency key was used for another request',
    status: 422,
    remedy: 'Send a new Idempotency-Key, or repeat the first request exactly.',
    retry: 'never',
  },
  {
    code: 'idempotency_in_flight',
    title: 'The first request with this key is still at work',
    status: 409,
    remedy: 'Repeat with the same key after the time in Retry-After.',
    retry: 'same_key',
  },
] as const satisfies readonly ErrorRow[]

/** What can go wrong after the decision, or with us. */
export const SERVICE_ERRORS = [
  {
    code: 'payer_timeout',
    title: 'The payer did not act in time',
    status: 408,
    remedy: 'Read the resource; it says what happened.',
    retry: 'after_inquiry',
  },
  {
    code: 'internal_error',
    title: 'Something broke on our side',
    status: 500,
    remedy: 'Repeat with the same Idempotency-Key; report the request_id if it stays.',
    retry: 'same_key',
  },
  {
    code: 'unavailable',
    title: 'The service cannot answer now',
    status: 503,
    remedy: 'Repeat with the same Idempotency-Key after the time in Retry-After.',
    retry: 'same_key',
  },
] as const satisfies readonly ErrorRow[]

/** A code of the half of the catalogue that speaks of requests and of the service. */
export type RequestErrorCode =
  | (typeof REQUEST_ERRORS)[number]['code']
  | (typeof SERVICE_ERRORS)[number]['code']

/** A code of the whole catalogue. */
export type ErrorCode = RequestErrorCode | RejectionCode

/** Everything that can be refused, in order of precedence: the first failing row is what the caller gets. */
export const ERROR_CATALOGUE: readonly (ErrorRow & { readonly code: ErrorCode })[] = [
  ...REQUEST_ERRORS,
  ...REJECTIONS,
  ...SERVICE_ERRORS,
]

/** The codes of the catalogue, for schemas. */
export const ERROR_CODES = ERROR_CATALOGUE.map((row) => row.code)
