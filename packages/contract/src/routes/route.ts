import { initContract } from '@ts-rest/core'
import { z } from 'zod'
import { CsvText } from '../schemas/csv.ts'
import { text } from '../schemas/fields.ts'
import { Problem } from '../schemas/problem.ts'

/** What hosts and generators need to know of a route besides its form. */
export interface RouteMetadata {
  /** The router's name for the resource, camelCase; the client's too. */
  readonly resource: string
  readonly method: string
  /** The scope that the key must have. */
  readonly scope: 'read' | 'write' | 'admin' | 'operator'
  /** Present where live keys are refused. */
  readonly test_only?: true
  /**
   * Present where the body is read as it comes in: the media types that are taken, each with its form for the documents.
   * Hosts hand on a `BodyStream`, whatever its type and length.
   */
  readonly streams?: Readonly<Record<string, z.ZodType>>
}

/** The one ts-rest instance of the contract. */
export const c: ReturnType<typeof initContract> = initContract()

/** By name, so that declarations refer to it instead of repeating it for every status of every route. */
export interface ProblemBody extends z.output<typeof Problem> {}

const problem: ReturnType<typeof c.otherResponse<z.ZodType<ProblemBody, ProblemBody>>> =
  c.otherResponse({ contentType: 'application/problem+json', body: Problem })

/** The success of a route that ends in `.csv`. */
export const csvTable = c.otherResponse({ contentType: 'text/csv; charset=utf-8', body: CsvText })

/** What any route may answer besides its success. Not `as const`: spreading read-only keys would lose their being numbers. */
export const problems = {
  400: problem,
  401: problem,
  403: problem,
  404: problem,
  409: problem,
  412: problem,
  413: problem,
  415: problem,
  422: problem,
  500: problem,
  503: problem,
}

/** The id in a path. */
export const idParams = z.object({ id: text(1, 64) })

const idempotencyKey = {
  'idempotency-key': z
    .string()
    .regex(/^[\x20-\x7e]{1,255}$/, { error: 'must be 1 to 255 printable ASCII characters' })
    .optional()
    .meta({ description: 'Makes a repeat safe: the same key and request get the stored answer.' }),
}

const ENTITY_TAG = '(W/)?"[\\x21\\x23-\\x7e\\x80-\\xff]*"'

const ifMatch = {
  'if-match': z
    .string()
    .regex(new RegExp(`^(\\*|[ \\t,]*${ENTITY_TAG}[ \\t]*(,[ \\t]*(${ENTITY_TAG}[ \\t]*)?)*)$`), {
      error: 'must be * or entity tags in quotation marks, such as "3"',
    })
    .optional()
    .meta({
      description:
        'Changes the resource of the path only while its ETag is one of these (RFC 9110); otherwise 412 with the present ETag.',
    }),
}

/** The headers that a POST which makes something of its own may carry; others are ignored. */
export const postHeaders = z.object(idempotencyKey)

/** The headers of a POST that names a resource in its path: a change of it, or a creation under it. */
export const actionHeaders = z.object({ ...idempotencyKey, ...ifMatch })

const prefer = {
  prefer: z
    .string()
    .refine((value) => waitSeconds(value) !== null, {
      error: 'must name wait as a number of seconds from 0 to 60, such as wait=30',
    })
    .optional()
    .meta({
      description:
        '`wait=N` (RFC 7240, up to 60 seconds of real time): answers once the state is final, with 408 where the payer let it expire, else with 202 and the state by then.',
    }),
}

/** The seconds that a Prefer header asks to wait; undefined where it speaks of other things, null for a wrong number. */
export function waitSeconds(value: string): number | null | undefined {
  const asked = value
    .split(',')
    .map((one) => one.trim())
    .find((one) => /^wait\b/i.test(one))
  if (asked === undefined) return undefined
  const seconds = /^wait\s*=\s*"?(\d{1,2})"?\s*(;.*)?$/i.exec(asked)?.[1]
  return seconds === undefined || Number(seconds) > 60 ? null : Number(seconds)
}

/** The headers of a creation under a named resource whose answer may wait. */
export const waitingActionHeaders = z.object({ ...idempotencyKey, ...ifMatch, ...prefer })

/** The headers of a creation whose answer may wait. */
export const waitingPostHeaders = z.object({ ...idempotencyKey, ...prefer })

/** What a creation that may wait answers besides the others. */
export const waitProblems = { 408: problem }

/** The headers of PATCH and DELETE, which are safe to repeat by themselves. */
export const changeHeaders = z.object(ifMatch)
