import { REFUND_STATUSES } from '@upi-autopay/rail'
import { z } from 'zod'
import { Decline } from './decline.ts'
import {
  IdField,
  InstantField,
  Metadata,
  Paise,
  ReferenceId,
  UnknownOutcomeField,
} from './fields.ts'
import { allowedActions, resourceFields } from './resource.ts'

export const RefundStatusField = z
  .enum(REFUND_STATUSES)
  .meta({ id: 'RefundStatus', 'x-open': true })

/** Money on its way back to a payer. */
export const Refund = z
  .strictObject({
    ...resourceFields,
    object: z.literal('refund'),
    status: RefundStatusField,
    allowed_actions: allowedActions,
    reference_id: ReferenceId,
    presentation_id: z.string().nullable(),
    payment_id: z.string().nullable(),
    mandate_id: z.string().nullable(),
    amount: Paise,
    currency: z.literal('INR'),
    outcome: UnknownOutcomeField.nullable(),
    rrn: z.string().nullable(),
    npci_txn_id: z.string().nullable(),
    completed_at: InstantField.nullable(),
    failure: Decline.nullable(),
  })
  .meta({ id: 'Refund', description: 'Money on its way back to a payer.' })
export type Refund = z.output<typeof Refund>

interface Origin {
  presentation_id?: unknown
  payment_id?: unknown
}

function checkOneOrigin(body: Origin, ctx: z.RefinementCtx): void {
  const given = [body?.presentation_id, body?.payment_id].filter((value) => value !== undefined)
  if (given.length === 0)
    ctx.addIssue({
      code: 'custom',
      path: ['presentation_id'],
      message: 'is required unless payment_id is given',
    })
  if (given.length === 2)
    ctx.addIssue({
      code: 'custom',
      path: ['payment_id'],
      message: 'must not be given together with presentation_id',
    })
}

/** The body that gives money back: from a presentation or a payment, not both. */
export const RefundCreate = z
  .strictObject({
    presentation_id: IdField.optional(),
    payment_id: IdField.optional(),
    reference_id: ReferenceId,
    amount: Paise.optional().meta({ description: 'By default all that is left.' }),
    metadata: Metadata.optional(),
  })
  .superRefine(checkOneOrigin, { when: () => true })
  .meta({ id: 'RefundCreate' })
export type RefundCreate = z.output<typeof RefundCreate>
