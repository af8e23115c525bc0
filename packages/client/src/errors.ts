import type { ErrorCode, Problem } from './generated/models.ts'

/** Everything that a call can fail with, an abort by the caller apart. */
export class AutopayError extends Error {
  override readonly name: string = 'AutopayError'
}

/** The service answered with a refusal; `code` says which. */
export class AutopayApiError extends AutopayError {
  override readonly name = 'AutopayApiError'
  /** Stable; new codes may appear in any minor version. */
  readonly code: ErrorCode
  /** HTTP status. */
  readonly status: number
  /** The whole answer: every failing field, the rule with its source, what to do about it. */
  readonly problem: Problem
  /** Names the request in the service's log. */
  readonly requestId: string

  constructor(problem: Problem) {
    super(`${problem.detail} (${problem.code}, request ${problem.request_id})`)
    this.code = problem.code
    this.status = problem.status
    this.problem = problem
    this.requestId = problem.request_id
  }
}

/** No answer came, or none that can be read; `cause` is what the platform said. */
export class AutopayConnectionError extends AutopayError {
  override readonly name = 'AutopayConnectionError'
}

/** No answer came in the time allowed. What was asked may have been done: repeat with the same idempotency key. */
export class AutopayTimeoutError extends AutopayError {
  override readonly name = 'AutopayTimeoutError'
}
