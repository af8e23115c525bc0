import { z } from 'zod'
import { DeclineReasonField, RetryAdviceField } from './fields.ts'

/** A response code of UPI, with what it means here. */
export const DeclineCode = z
  .strictObject({
    code: z.string(),
    object: z.literal('decline_code'),
    title: z.string(),
    answered_by: z
      .enum(['npci', 'psp', 'destination_bank', 'app'])
      .meta({ id: 'AnsweredBy', 'x-open': true }),
    outcome: z
      .enum(['success', 'unknown', 'declined'])
      .meta({ id: 'CodeOutcome', 'x-open': true, description: 'unknown: money may have moved.' }),
    reason: DeclineReasonField.nullable(),
    advice: RetryAdviceField.nullable(),
  })
  .meta({ id: 'DeclineCode', description: 'A response code of UPI: whose it is and what to do.' })
export type DeclineCode = z.output<typeof DeclineCode>
