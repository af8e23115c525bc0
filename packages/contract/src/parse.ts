import type { AppRoute } from '@ts-rest/core'
import type { z } from 'zod'
import { explainIssue } from './messages.ts'
import type { ProblemError } from './schemas/problem.ts'

/** A request as a host read it: parameters and query as strings, header names in lower case, the body as JSON. */
export interface RawRequest {
  readonly params?: unknown
  readonly query?: unknown
  readonly headers?: unknown
  readonly body?: unknown
}

type Output<S> = S extends z.ZodType ? z.output<S> : undefined
type Part<R, K extends string> = R extends Record<K, infer S> ? Output<S> : undefined

/** What a route's handler gets: every part in the types of the contract, defaults filled in. */
export interface ParsedRequest<R> {
  readonly params: Part<R, 'pathParams'>
  readonly query: Part<R, 'query'>
  readonly headers: Part<R, 'headers'>
  readonly body: Part<R, 'body'>
}

/** A request that has the form of its route, or everything that is wrong with it. */
export type ParseResult<R> =
  | { readonly ok: true; readonly value: ParsedRequest<R> }
  | { readonly ok: false; readonly errors: ProblemError[] }

/**
 * Reads a request by its route, in all four places at once, so that one answer names everything that is wrong.
 * Used by every host, which is why their answers are equal.
 */
export function parseRequest<const R extends AppRoute>(
  route: R,
  request: RawRequest,
): ParseResult<R> {
  const errors: ProblemError[] = []
  const read = (schema: unknown, place: ProblemError['in'], value: unknown): unknown => {
    if (!isSchema(schema)) return undefined
    const result = parsePart(schema, place, value)
    if (!result.ok) errors.push(...result.errors)
    return result.ok ? result.value : undefined
  }
  const value = {
    params: read(route.pathParams, 'path', request.params ?? {}),
    query: read(route.query, 'query', request.query ?? {}),
    headers: read(route.headers, 'header', request.headers ?? {}),
    body: 'body' in route ? read(route.body, 'body', request.body) : undefined,
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: value as ParsedRequest<R> }
}

/** Reads one part by its schema, in the words of all parts: for what is read apart, such as the rows of an upload. */
export function parsePart<S extends z.ZodType>(
  schema: S,
  place: ProblemError['in'],
  value: unknown,
):
  | { readonly ok: true; readonly value: z.output<S> }
  | { readonly ok: false; readonly errors: ProblemError[] } {
  const result = schema.safeParse(value, { error: explainIssue })
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, errors: toProblemErrors(result.error.issues, place) }
}

/** Issues of a schema as entries of `errors[]`: one per unknown field, each with the JSON pointer to it. */
export function toProblemErrors(
  issues: readonly z.core.$ZodIssue[],
  place: ProblemError['in'],
): ProblemError[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        in: place,
        pointer: pointerTo([...issue.path, key]),
        message: 'is not known here; remove it',
      }))
    return [{ in: place, pointer: pointerTo(issue.path), message: issue.message }]
  })
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function isSchema(value: unknown): value is z.ZodType {
  return typeof value === 'object' && value !== null && 'safeParse' in value
}
