import { PRESENT_WHEN, PRESENTATION_STATUSES, RETRY_MODES } from '@upi-autopay/rail'
import { z } from 'zod'
import { Decline } from './decline.ts'
import { DeferralReasonField, InstantField, Paise, UnknownOutcomeField } from './fields.ts'
import { Resolution } from './resolution.ts'
import { allowedActions, resourceFields } from './resource.ts'
import { takenBackFields } from './taken-back.ts'

export const PresentationStatusField = z
  .enum(PRESENTATION_STATUSES)
  .meta({ id: 'PresentationStatus', 'x-open': true })
export const PresentWhenField = z.enum(PRESENT_WHEN).meta({ id: 'PresentWhen' })
export const RetryModeField = z.enum(RETRY_MODES).meta({ id: 'RetryMode' })

export const AttemptStatusField = z
  .enum(['processing', 'awaiting_payer', 'succeeded', 'declined', 'unknown'])
  .meta({ id: 'AttemptStatus', 'x-open': true })

/** One try at the bank. */
export const Attempt = z
  .strictObject({
    number: z.int(),
    started_at: InstantField,
    ended_at: InstantField.nullable(),
    authentication: z.enum(['pin', 'none']).meta({ id: 'AttemptAuthentication', 'x-open': true }),
    status: AttemptStatusField,
    rrn: z.string().nullable(),
    npci_txn_id: z.string().nullable(),
    decline: Decline.nullable(),
    surplus: z
      .boolean()
      .meta({ description: 'Whether it collected what its cycle had paid already.' }),
    inquiries: z.int().meta({ description: 'How often the bank was asked what became of it.' }),
  })
  .meta({ id: 'Attempt' })
export type Attempt = z.output<typeof Attempt>

/** A debit of a mandate. */
export const Presentation = z
  .strictObject({
    ...resourceFields,
    object: z.literal('presentation'),
    status: PresentationStatusField,
    allowed_actions: allowedActions,
    mandate_id: z.string(),
    notification_id: z.string().nullable(),
    reference_id: z.string(),
    batch_id: z.string().nullable().meta({ description: 'The batch that made it, if one did.' }),
    schedule_id: z
      .string()
      .nullable()
      .meta({ description: 'The schedule that made it, if one did.' }),
    description: z.string().nullable(),
    amount: Paise,
    currency: z.literal('INR'),
    instant: z.boolean(),
    sequence_number: z.int(),
    when: PresentWhenField,
    present_at: InstantField.nullable(),
    retry: RetryModeField,
    deferred_until: InstantField.nullable(),
    deferred_because: DeferralReasonField.nullable(),
    next_attempt_at: InstantField.nullable(),
    payer_expires_at: InstantField.nullable().meta({
      description: 'Until when the payer may enter the PIN.',
    }),
    outcome: UnknownOutcomeField.nullable(),
    attempts: z.array(Attempt),
    attempts_left: z.int(),
    rrn: z.string().nullable(),
    npci_txn_id: z.string().nullable(),
    succeeded_at: InstantField.nullable(),
    failure: Decline.nullable(),
    resolution: Resolution.nullable().meta({
      description: 'What an operator said of it, where the bank never did.',
    }),
    amount_collected: z
      .int()
      .meta({ description: 'In paise: the amount once for each attempt that succeeded.' }),
    ...takenBackFields,
    amount_reversed: z.int().meta({ description: 'In paise: what the bank took back.' }),
    reversed_at: InstantField.nullable(),
  })
  .meta({ id: 'Presentation', description: 'A debit of a mandate, with all its attempts.' })
export type Presentation = z.output<typeof Presentation>
