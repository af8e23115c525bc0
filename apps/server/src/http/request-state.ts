import type { ProblemContext } from '@upi-autopay/handlers'
import type { Request, Response } from 'express'

/** What the stages of one request learn of it, for those after them and for the log. */
export interface RequestState {
  readonly request_id: string
  readonly base_url: () => string
  /** Who was let in. */
  admitted?: unknown
  /** For the log line. */
  merchant_id?: string
  body_text?: string
  /** The parts of the path, kept because the framework takes them back before errors are handled. */
  params?: unknown
}

const KEY = 'autopay'

/** Begins the state of a request. */
export function beginState(res: Response, state: RequestState): void {
  res.locals[KEY] = state
}

/** The state of the request that this response answers. */
export function stateOf(res: Response): RequestState {
  return res.locals[KEY] as RequestState
}

/** Where and for whom a problem of this request is told. */
export function problemContextOf(res: Response): ProblemContext {
  const { base_url, request_id } = stateOf(res)
  return { base_url: base_url(), request_id }
}

/** The path as sent, without its query. */
export function pathOf(req: Request): string {
  return req.originalUrl.split('?', 1)[0] ?? ''
}
