import { z } from 'zod'
import { InstantField } from './fields.ts'
import { PresentationStatusField } from './presentation.ts'
import { RuleSource } from './problem.ts'

/** The numbers of a rule, in named units. */
export const RuleValue = z.record(z.string(), z.unknown()).meta({ id: 'RuleValue' })

/** One rule that applies to a debit, and whether it holds. */
export const ExplainedRule = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    holds: z.boolean(),
    message: z.string(),
    value: RuleValue,
    source: RuleSource,
    assumption: z.boolean(),
  })
  .meta({ id: 'ExplainedRule' })
export type ExplainedRule = z.output<typeof ExplainedRule>

/** Why a debit was not made, and when it can be. */
export const Explanation = z
  .strictObject({
    object: z.literal('explanation'),
    presentation_id: z.string(),
    status: PresentationStatusField,
    as_of: InstantField,
    summary: z.string(),
    earliest_at: InstantField.nullable(),
    rules: z.array(ExplainedRule),
  })
  .meta({ id: 'Explanation', description: 'Why a debit was not made, and when it can be.' })
export type Explanation = z.output<typeof Explanation>
