import { MODIFICATION_STATUSES } from '@upi-autopay/rail'
import { z } from 'zod'
import { Authorization } from './authorization.ts'
import { Decline } from './decline.ts'
import { DateField, DurationField, InstantField, Metadata, Paise, ReferenceId } from './fields.ts'
import { allowedActions, resourceFields } from './resource.ts'

export const ModificationStatusField = z
  .enum(MODIFICATION_STATUSES)
  .meta({ id: 'ModificationStatus', 'x-open': true })

/** The terms of a mandate that can be changed. */
export const ChangeableTerms = z
  .strictObject({ amount: Paise, end_date: DateField })
  .meta({ id: 'ChangeableTerms' })

/** A change of a mandate's terms, which its payer is asked to approve. */
export const Modification = z
  .strictObject({
    ...resourceFields,
    object: z.literal('modification'),
    status: ModificationStatusField,
    allowed_actions: allowedActions,
    mandate_id: z.string(),
    reference_id: z.string().nullable(),
    amount: Paise.meta({ description: 'The amount of the mandate once it is applied.' }),
    end_date: DateField.meta({ description: 'The last day of the mandate once it is applied.' }),
    previous: ChangeableTerms.meta({ description: 'The terms when it was asked for.' }),
    authorization: Authorization.nullable(),
    expires_at: InstantField,
    decided_at: InstantField.nullable(),
    status_reason: Decline.nullable(),
  })
  .meta({
    id: 'Modification',
    description: 'A change of a mandate’s terms, which its payer is asked to approve.',
  })
export type Modification = z.output<typeof Modification>

/** The body that asks for other terms; what is left out stays. */
export const MandateModify = z
  .strictObject({
    amount: Paise.optional(),
    end_date: DateField.optional(),
    expires_in: DurationField.optional().meta({
      description:
        'How long the payer has to approve; a day by default, and never longer than the new last day.',
    }),
    reference_id: ReferenceId.optional(),
    metadata: Metadata.optional(),
  })
  .meta({ id: 'MandateModify' })
export type MandateModify = z.output<typeof MandateModify>
