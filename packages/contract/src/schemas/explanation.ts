import { z } from 'zod'
import { Decline } from './decline.ts'
import { DeferralReasonField, InstantField, UnknownOutcomeField } from './fields.ts'
import { MandateStatusField } from './mandate.ts'
import { AttemptStatusField, PresentationStatusField } from './presentation.ts'
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

/** What one attempt came to, as far as it explains anything. */
export const ExplainedAttempt = z
  .strictObject({
    number: z.int(),
    status: AttemptStatusField,
    ended_at: InstantField.nullable(),
    decline: Decline.nullable(),
  })
  .meta({ id: 'ExplainedAttempt' })
export type ExplainedAttempt = z.output<typeof ExplainedAttempt>

/** What stands in the way of a debit. */
export const Blocker = z
  .strictObject({
    object: z.enum(['notification', 'presentation']).meta({ id: 'BlockerObject', 'x-open': true }),
    id: z.string(),
    status: z.string(),
  })
  .meta({ id: 'Blocker' })
export type Blocker = z.output<typeof Blocker>

/** Why a debit was not made, and when it can be. */
export const Explanation = z
  .strictObject({
    object: z.literal('explanation'),
    presentation_id: z.string().nullable().meta({ description: 'Null for a preview.' }),
    status: PresentationStatusField.nullable(),
    outcome: UnknownOutcomeField.nullable(),
    mandate_id: z.string(),
    mandate_status: MandateStatusField,
    as_of: InstantField,
    summary: z.string(),
    earliest_at: InstantField.nullable().meta({
      description: 'The next moment at which an attempt can be made; null when there is none.',
    }),
    earliest_because: DeferralReasonField.nullable().meta({
      description: 'What makes it wait until then; null for nothing.',
    }),
    requires_pin: z.boolean().meta({
      description: 'Whether the payer would enter the PIN then, or now where no moment is named.',
    }),
    next_inquiry_at: InstantField.nullable().meta({
      description: 'When the bank is next asked what became of an unknown outcome.',
    }),
    blocked_by: Blocker.nullable().meta({
      description: 'An open debit or notice of the cycle, or a notice that cannot be used.',
    }),
    attempts: z.array(ExplainedAttempt),
    rules: z.array(ExplainedRule),
  })
  .meta({ id: 'Explanation', description: 'Why a debit was not made, and when it can be.' })
export type Explanation = z.output<typeof Explanation>
