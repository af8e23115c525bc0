import { Readable } from 'node:stream'
import type { AppRoute, AppRouter } from '@ts-rest/core'
import { createExpressEndpoints } from '@ts-rest/express'
import { parseRequest, type RouteMetadata } from '@upi-autopay/contract'
import {
  type AnyAnswer,
  type Call,
  ifMatchOf,
  type Refusal,
  refuseForm,
  traceparentOf,
} from '@upi-autopay/handlers'
import type { Express, NextFunction, Request, Response } from 'express'
import { handOnBody } from './hand-on-body.ts'
import { collectBody, parseBody } from './read-raw-body.ts'
import { problemContextOf, stateOf } from './request-state.ts'
import { sendRefusal } from './send-answer.ts'

/** A router of the contract, the functions that answer it, and who may call them. */
export interface Mount<C> {
  readonly router: AppRouter
  /** In the shape of the router: one function per route. */
  readonly table: object
  /** The stages 401 and 403. */
  readonly admit: (req: Request, res: Response, metadata: RouteMetadata) => Promise<Admission<C>>
}

/** What a call was sent with, once its form is checked. */
export type Sent = Pick<Call, 'body_text' | 'if_match' | 'traceparent'>

/** A caller who was let in, as the functions see it, or the refusal. */
export type Admission<C> =
  | { readonly ok: true; readonly call: (sent: Sent) => C }
  | { readonly ok: false; readonly refusal: Refusal }

type RouteFunction<C> = (request: object, call: C) => Promise<AnyAnswer>
/** How the mount's types see any router: as routes, however deeply they are nested. */
type Routes = Record<string, AppRoute>
type Implementation = Parameters<typeof createExpressEndpoints<Routes>>[1]

/**
 * Mounts a router of the contract: admit, read the body, check the form, answer, check the answer, for every route
 * alike. One answer names everything that is wrong with a request.
 */
export function mountContract<C>(app: Express, { router, table, admit }: Mount<C>): void {
  createExpressEndpoints(router as Routes, adaptTable<C>(table), app, {
    logInitialization: false,
    responseValidation: true,
    globalMiddleware: [
      async (req, res, next) => {
        const admission = await admit(
          req as unknown as Request,
          res,
          req.tsRestRoute.metadata as RouteMetadata,
        )
        if (!admission.ok) {
          sendRefusal(res, admission.refusal)
          return
        }
        stateOf(res).admitted = admission.call
        stateOf(res).params = req.params
        next()
      },
      (req, res, next) => {
        if (isStreamed(req.tsRestRoute)) handOnBody(req as unknown as Request, res, next)
        else collectBody(req as unknown as Request, res, next)
      },
      (req, res, next) => {
        if (isStreamed(req.tsRestRoute)) next()
        else parseBody(req as unknown as Request, res, next)
      },
    ],
    requestValidationErrorHandler: (_error, req, res, next) =>
      refuseByContract(req as unknown as Request, res, { route: req.tsRestRoute, next }),
  })
}

function isStreamed({ metadata }: AppRoute): boolean {
  return (metadata as RouteMetadata).streams !== undefined
}

/** Puts each function of a table into the form that the mount calls. */
function adaptTable<C>(table: object): Implementation {
  const entries = Object.entries(table).map(([name, entry]) => [
    name,
    typeof entry === 'function' ? adapt(entry as RouteFunction<C>) : adaptTable<C>(entry as object),
  ])
  return Object.fromEntries(entries) as Implementation
}

interface MountedRequest {
  readonly params: unknown
  readonly query: unknown
  readonly headers: unknown
  readonly body: unknown
  readonly req: { readonly tsRestRoute: AppRoute }
  readonly res: Response
}

function adapt<C>(answerRoute: RouteFunction<C>) {
  return async ({ params, query, headers, body, req, res }: MountedRequest): Promise<AnyAnswer> => {
    const state = stateOf(res)
    const call = (state.admitted as (sent: Sent) => C)({
      body_text: state.body_text ?? '',
      if_match: ifMatchOf({ headers }),
      traceparent: traceparentOf(res.req.get('traceparent')),
    })
    const answer = await answerRoute({ params, query, headers, body }, call)
    const { method, path, responses } = req.tsRestRoute
    // The mount checks bodies of the statuses it knows and lets any other status through.
    if (!Object.hasOwn(responses, answer.status)) {
      throw new Error(
        `${method} ${path} answered ${answer.status}, which the contract does not name`,
      )
    }
    if (answer.headers !== undefined) res.set({ ...answer.headers })
    const { body: told } = answer
    return isPieces(told)
      ? { status: answer.status, body: streamOf(told, res, responses[answer.status]) }
      : { status: answer.status, body: told }
  }
}

/**
 * A long answer as a stream, which the mount passes on as it is. Who stops reading stops the work; a failure on the way
 * breaks the connection off, so that what arrived is not taken for the whole.
 */
function streamOf(pieces: AsyncIterable<string>, res: Response, described: unknown): Readable {
  res.setHeader('Content-Type', (described as { contentType: string }).contentType)
  const stream = Readable.from(pieces)
  stream.on('error', (error) => res.req.next?.(error))
  res.on('close', () => stream.destroy())
  return stream
}

function isPieces(body: unknown): body is AsyncIterable<string> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body
}

/** Says what is wrong in the contract's own words, as every host does. */
function refuseByContract(
  req: Request,
  res: Response,
  { route, next }: { route: AppRoute; next: NextFunction },
): void {
  const { query, headers, body } = req
  const parsed = parseRequest(route, { params: stateOf(res).params, query, headers, body })
  if (parsed.ok)
    next(
      new Error(`${route.method} ${route.path} was refused by the mount and taken by the contract`),
    )
  else sendRefusal(res, refuseForm(problemContextOf(res), parsed.errors))
}
