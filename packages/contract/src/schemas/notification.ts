import { NOTIFICATION_STATUSES } from '@upi-autopay/rail'
import { z } from 'zod'
import { Decline } from './decline.ts'
import { DateField, InstantField, Metadata, Paise, ReferenceId } from './fields.ts'
import { EnderField } from './mandate.ts'
import { allowedActions, resourceFields } from './resource.ts'

export const NotificationStatusField = z
  .enum(NOTIFICATION_STATUSES)
  .meta({ id: 'NotificationStatus', 'x-open': true })

/** The days of one cycle, ends included. */
export const CycleSpan = z
  .strictObject({ from: DateField, until: DateField })
  .meta({ id: 'CycleSpan' })

/** When the notified debit may be made. */
export const DebitWindow = z
  .strictObject({
    earliest: InstantField.nullable().meta({ description: 'Known once the notice is delivered.' }),
    latest: InstantField,
  })
  .meta({ id: 'DebitWindow' })

/** The notice that a payer gets before a debit. */
export const Notification = z
  .strictObject({
    ...resourceFields,
    object: z.literal('notification'),
    status: NotificationStatusField,
    allowed_actions: allowedActions,
    mandate_id: z.string(),
    reference_id: z.string().nullable(),
    batch_id: z.string().nullable().meta({ description: 'The batch that made it, if one did.' }),
    schedule_id: z
      .string()
      .nullable()
      .meta({ description: 'The schedule that made it, if one did.' }),
    amount: Paise,
    currency: z.literal('INR'),
    debit_date: DateField,
    debit_at: InstantField.nullable(),
    cycle: CycleSpan.nullable().meta({
      description: 'Null for as_presented, which has no cycles.',
    }),
    sequence_number: z.int(),
    window: DebitWindow,
    delivered_at: InstantField.nullable(),
    failure: Decline.nullable(),
    cancelled_by: EnderField.nullable().meta({
      description:
        'Who called the debit off: the merchant, the payer, or rail for the end or the new terms of the mandate.',
    }),
  })
  .meta({ id: 'Notification', description: 'The notice that a payer gets before a debit.' })
export type Notification = z.output<typeof Notification>

interface DebitMoment {
  debit_at?: unknown
  debit_date?: unknown
}

/** A debit is announced for a day or for a moment of it. */
export function checkOneMoment(body: DebitMoment, ctx: z.RefinementCtx): void {
  const given = [body?.debit_at, body?.debit_date].filter((value) => value !== undefined).length
  if (given === 0)
    ctx.addIssue({
      code: 'custom',
      path: ['debit_date'],
      message: 'is required unless debit_at is given',
    })
  if (given === 2)
    ctx.addIssue({
      code: 'custom',
      path: ['debit_at'],
      message: 'must not be given together with debit_date',
    })
}

/** The body that notifies a debit: `debit_at` or `debit_date`, not both. */
export const NotificationCreate = z
  .strictObject({
    amount: Paise,
    debit_at: InstantField.optional(),
    debit_date: DateField.optional(),
    reference_id: ReferenceId.optional(),
    metadata: Metadata.optional(),
  })
  .superRefine(checkOneMoment, { when: () => true })
  .meta({ id: 'NotificationCreate' })
export type NotificationCreate = z.output<typeof NotificationCreate>
