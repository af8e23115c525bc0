import { z } from 'zod'
import { ERROR_CODES } from '../errors.ts'

/** Where a rule comes from. */
export const RuleSource = z
  .strictObject({
    key: z.string(),
    title: z.string(),
    url: z.string().nullable(),
    date: z.string().nullable(),
  })
  .meta({ id: 'RuleSource' })

/** The rule that was broken, with its source. */
export const ProblemRule = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    source: RuleSource,
    assumption: z
      .boolean()
      .meta({ description: 'True where no official source settles the matter.' }),
  })
  .meta({ id: 'ProblemRule' })

/** One thing that is wrong, and where. */
export const ProblemError = z
  .strictObject({
    in: z.enum(['path', 'query', 'header', 'body']).meta({ id: 'ProblemPlace', 'x-open': true }),
    pointer: z
      .string()
      .meta({ description: 'JSON pointer (RFC 6901) into that place; empty for the whole.' }),
    message: z.string(),
    code: z.string().optional(),
    rule: z.string().optional(),
  })
  .meta({ id: 'ProblemError' })
export type ProblemError = z.output<typeof ProblemError>

/** The resource that already holds what was asked for. */
export const ProblemExisting = z
  .strictObject({ id: z.string(), object: z.string() })
  .meta({ id: 'ProblemExisting' })

/** Numbers or dates that were exceeded, by name and unit. */
export const ProblemLimit = z.record(z.string(), z.unknown()).meta({ id: 'ProblemLimit' })

/** Every refusal: RFC 9457 problem+json with a stable `code` from one catalogue. */
export const Problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(ERROR_CODES).meta({ id: 'ErrorCode', 'x-open': true }),
    detail: z.string(),
    retry: z
      .enum(['never', 'after_fix', 'same_key', 'after_inquiry'])
      .meta({ id: 'Retry', 'x-open': true }),
    remedy: z.string(),
    errors: z.array(ProblemError).optional(),
    limit: ProblemLimit.optional(),
    rule: ProblemRule.optional(),
    allowed_actions: z.array(z.string()).optional(),
    existing: ProblemExisting.optional(),
    doc: z.string(),
    request_id: z.string(),
  })
  .meta({ id: 'Problem', description: 'What went wrong, why, and what to do about it.' })
export type Problem = z.output<typeof Problem>
