import { DISPUTE_STATUSES } from '@upi-autopay/rail'
import { z } from 'zod'
import { InstantField, Paise, text, UrlField } from './fields.ts'
import { allowedActions, resourceFields } from './resource.ts'

export const DisputeStatusField = z
  .enum(DISPUTE_STATUSES)
  .meta({ id: 'DisputeStatus', 'x-open': true })

/** What the merchant sets against a dispute. */
export const DisputeEvidence = z
  .strictObject({
    note: text(5, 2000).meta({ description: 'Why the payer owes it.' }),
    urls: z
      .array(UrlField)
      .max(10)
      .default([])
      .meta({ description: 'Where documents can be read.' }),
  })
  .meta({ id: 'DisputeEvidence' })

/** A payer's objection to a debit or a payment: a chargeback. */
export const Dispute = z
  .strictObject({
    ...resourceFields,
    object: z.literal('dispute'),
    status: DisputeStatusField,
    allowed_actions: allowedActions,
    presentation_id: z.string().nullable(),
    payment_id: z.string().nullable(),
    mandate_id: z.string().nullable(),
    amount: Paise,
    currency: z.literal('INR'),
    reason: z.string().meta({ description: 'In the bank’s words.' }),
    respond_by: InstantField.meta({ description: 'Not contested by then, it is lost.' }),
    contested_at: InstantField.nullable(),
    evidence: z
      .strictObject({ note: z.string(), urls: z.array(z.string()) })
      .meta({ id: 'DisputeEvidenceGiven' })
      .nullable(),
    closed_at: InstantField.nullable(),
    closed_by: z
      .enum(['merchant', 'bank', 'clock'])
      .meta({ id: 'DisputeClosedBy', 'x-open': true })
      .nullable(),
  })
  .meta({
    id: 'Dispute',
    description: 'A payer’s objection to a debit or a payment: a chargeback.',
  })
export type Dispute = z.output<typeof Dispute>

/** The body that contests a dispute. */
export const DisputeContest = z
  .strictObject({ evidence: DisputeEvidence })
  .meta({ id: 'DisputeContest' })
export type DisputeContest = z.output<typeof DisputeContest>

/** The dispute that the simulated bank tells; by default all that is left. */
export const SandboxDispute = z
  .strictObject({ amount: Paise.optional(), reason: text(1, 200).optional() })
  .meta({ id: 'SandboxDispute' })
export type SandboxDispute = z.output<typeof SandboxDispute>
