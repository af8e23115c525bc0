import { RRN_PATTERN } from '@upi-autopay/rail'
import { z } from 'zod'
import { formed, InstantField, text } from './fields.ts'

/** What an operator can say of a debit or a payment. */
export const ResolutionOutcomeField = z
  .enum(['succeeded', 'failed'])
  .meta({ id: 'ResolutionOutcome' })

/** An operator's word on money of which the bank said nothing. */
export const Resolution = z
  .strictObject({ outcome: ResolutionOutcomeField, note: z.string(), at: InstantField })
  .meta({ id: 'Resolution' })
export type Resolution = z.output<typeof Resolution>

function checkResolution(body: { outcome?: unknown; rrn?: unknown }, ctx: z.RefinementCtx): void {
  const issue = (message: string): void => ctx.addIssue({ code: 'custom', path: ['rrn'], message })
  if (body?.outcome === 'succeeded' && body.rrn === undefined)
    issue('is required with outcome: succeeded')
  if (body?.outcome === 'failed' && body.rrn !== undefined)
    issue('goes only with outcome: succeeded')
}

/** The body by which an operator settles an unknown outcome. */
export const Resolve = z
  .strictObject({
    outcome: ResolutionOutcomeField,
    rrn: formed(RRN_PATTERN, 'the bank’s reference of twelve digits').optional(),
    note: text(5, 500).meta({ description: 'What was found out, and how: kept for audit.' }),
  })
  .superRefine(checkResolution, { when: () => true })
  .meta({ id: 'Resolve' })
export type Resolve = z.output<typeof Resolve>
