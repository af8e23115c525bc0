import {
  type ProblemContext,
  type Refusal,
  refuse,
  refuseInternal,
  refuseRoute,
  refuseTooLarge,
} from '@upi-autopay/handlers'
import type { ErrorRequestHandler, Request } from 'express'
import type { Logger } from 'pino'
import { pathOf, problemContextOf } from './request-state.ts'
import { sendRefusal } from './send-answer.ts'

/** Errors of the body reader and of the database client carry these. */
interface Marks {
  readonly type?: unknown
  readonly status?: unknown
  readonly code?: unknown
  readonly length?: unknown
}

/** What a database says that is not there, or is on its way out. */
const UNAVAILABLE = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|57P0[123]|53300|08\d{3})$/

/** Answers whatever was thrown as a problem, and logs what is ours. */
export function refuseFailure(logger: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, _next) => {
    const marks: Marks = typeof error === 'object' && error !== null ? error : {}
    const context = problemContextOf(res)
    if (marks.type === 'request.aborted') {
      // The caller is gone: there is no one to answer.
      res.destroy()
      return
    }
    const refusal = refusalOf(marks, context, req)
    if (refusal.status >= 500) logFailure(logger, error, { req, request_id: context.request_id })
    if (res.headersSent) res.destroy()
    else sendRefusal(res, refusal)
  }
}

function refusalOf(marks: Marks, context: ProblemContext, req: Request): Refusal {
  if (marks.type === 'entity.too.large') {
    return refuseTooLarge(context, typeof marks.length === 'number' ? marks.length : null)
  }
  if (marks.type === 'encoding.unsupported') {
    const encoding = req.headers['content-encoding']
    return refuse(
      context,
      'unsupported_media_type',
      `Content-Encoding ${encoding} is not known here.`,
    )
  }
  // A path that cannot be decoded is the path of no route.
  if (marks instanceof URIError) return refuseRoute(context, req.method, pathOf(req))
  if (marks.status === 400) {
    return refuse(
      context,
      'malformed_json',
      'The body cannot be read: its length or its encoding is not as declared.',
    )
  }
  if (typeof marks.code === 'string' && UNAVAILABLE.test(marks.code)) {
    return refuse(context, 'unavailable', 'The database cannot be reached.', {
      headers: { 'Retry-After': '1' },
    })
  }
  return refuseInternal(context)
}

/** Name, message and stack only: a database's error may carry the values of the row. */
function logFailure(
  logger: Logger,
  error: unknown,
  { req, request_id }: { req: Request; request_id: string },
): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  logger.error(
    { method: req.method, path: pathOf(req), request_id, error: { name, message, stack } },
    'request failed',
  )
}
