import type { ParsedRequest, Problem } from '@upi-autopay/contract'
import type { Call } from './call.ts'

/** What a schema of the contract describes, read off its type so that no schema library is named here. */
type OutputOf<T> = T extends { readonly _zod: { readonly output: infer O } }
  ? O
  : T extends { readonly body: infer B }
    ? OutputOf<B>
    : never

type SuccessStatus = 200 | 201 | 202

/** A success of a route: one of its statuses with the body that it names. */
export type Success<R> = R extends { readonly responses: infer M }
  ? {
      [S in keyof M & SuccessStatus]: {
        readonly status: S
        readonly body: OutputOf<M[S]>
        readonly headers?: Readonly<Record<string, string>>
      }
    }[keyof M & SuccessStatus]
  : never

/** A refusal: a problem from the one catalogue. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 408 | 409 | 412 | 413 | 415 | 422 | 500 | 503
  readonly body: Problem
  readonly headers?: Readonly<Record<string, string>>
}

/** One route's work: a request in the form of the contract in, an answer of the contract out. */
export type Handler<R> = (request: ParsedRequest<R>, call: Call) => Promise<Success<R> | Refusal>

/** A handler for every route of a router, in the same shape. */
export type HandlerTable<T> = {
  readonly [K in keyof T]: T[K] extends { readonly path: string }
    ? Handler<T[K]>
    : HandlerTable<T[K]>
}

/** An answer as hosts see it, whatever its route. */
export interface AnyAnswer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}
