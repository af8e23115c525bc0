import { z } from 'zod'
import { DeclineReasonField, RetryAdviceField } from './fields.ts'

/** A bank's no, in three layers: our reason, the provider's code and the rail's, with advice. */
export const Decline = z
  .strictObject({
    reason: DeclineReasonField,
    title: z.string(),
    provider_code: z.string().nullable(),
    npci_code: z.string().nullable(),
    advice: RetryAdviceField,
  })
  .meta({ id: 'Decline', description: 'Why a bank refused, and whether asking again makes sense.' })
export type Decline = z.output<typeof Decline>
