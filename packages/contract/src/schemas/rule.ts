import { z } from 'zod'
import { RuleValue } from './explanation.ts'
import { DateField } from './fields.ts'
import { RuleSource } from './problem.ts'

/** A rule of the rail as it stood on a day. */
export const Rule = z
  .strictObject({
    id: z.string().meta({ description: 'family.name; some have a row per tier.' }),
    object: z.literal('rule'),
    title: z.string(),
    value: RuleValue,
    effective_from: DateField,
    effective_until: DateField.nullable(),
    consequence: z.string().meta({
      description:
        'The error code of a refusal, or `defers`, `requires_pin`, or `sets` for a value that nothing can break.',
    }),
    source: RuleSource,
    assumption: z
      .boolean()
      .meta({ description: 'True where no official source settles the matter.' }),
  })
  .meta({ id: 'Rule', description: 'A rule of the rail, with its numbers and its source.' })
export type Rule = z.output<typeof Rule>
