import {
  AMOUNT_RULES,
  DEBIT_RULE_TYPES,
  ENDERS,
  FLOWS,
  FREQUENCIES,
  MANDATE_STATUSES,
  NOTICE_EXEMPTIONS,
  SETTLEMENT_SPEEDS,
} from '@upi-autopay/rail'
import { z } from 'zod'
import { Authorization } from './authorization.ts'
import { Decline } from './decline.ts'
import {
  DateField,
  InstantField,
  MccField,
  Metadata,
  Paise,
  ReferenceId,
  text,
  VpaField,
  wholeNumber,
} from './fields.ts'
import { Modification } from './modification.ts'
import { allowedActions, resourceFields } from './resource.ts'

export const FlowField = z.enum(FLOWS).meta({ id: 'Flow' })
export const AmountRuleField = z.enum(AMOUNT_RULES).meta({ id: 'AmountRule' })
export const FrequencyField = z.enum(FREQUENCIES).meta({ id: 'Frequency' })
export const SettlementSpeedField = z.enum(SETTLEMENT_SPEEDS).meta({ id: 'SettlementSpeed' })
export const NoticeExemptionField = z.enum(NOTICE_EXEMPTIONS).meta({ id: 'NoticeExemption' })
export const EnderField = z.enum(ENDERS).meta({ id: 'Ender', 'x-open': true })
export const MandateStatusField = z
  .enum(MANDATE_STATUSES)
  .meta({ id: 'MandateStatus', 'x-open': true })

/** Where in its cycle a debit may fall. The range of the day depends on the frequency: that is a rule, not a form. */
export const DebitRule = z
  .strictObject({
    type: z.enum(DEBIT_RULE_TYPES).meta({ id: 'DebitRuleType' }),
    day: wholeNumber('must be a whole number').min(1).max(31).meta({ type: 'integer' }),
  })
  .meta({ id: 'DebitRule' })

export const FirstDebit = z.strictObject({ amount: Paise }).meta({
  id: 'FirstDebit',
  description: 'A debit presented by itself as soon as the payer has approved.',
})

const MaskedAccount = z
  .strictObject({
    number: z.string().meta({ description: 'All but the last four digits are hidden.' }),
    ifsc: z.string(),
  })
  .meta({ id: 'MaskedAccount' })

export const Payer = z
  .strictObject({
    name: text(1, 100).nullable(),
    vpa: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    account: MaskedAccount.nullable(),
    reference_id: z.string().nullable(),
  })
  .meta({ id: 'Payer' })

/** The cycle that the next debit belongs to, and when that debit may fall. */
export const NextCycle = z
  .strictObject({
    from: DateField,
    until: DateField,
    debit_from: DateField,
    debit_until: DateField,
    sequence_number: z.int(),
  })
  .meta({ id: 'NextCycle' })

/** A payer's standing permission to be debited. */
export const Mandate = z
  .strictObject({
    ...resourceFields,
    object: z.literal('mandate'),
    status: MandateStatusField,
    allowed_actions: allowedActions,
    reference_id: ReferenceId,
    flow: FlowField,
    payer: Payer,
    payer_vpa: VpaField.nullable().meta({ description: 'The VPA that approved.' }),
    description: z.string(),
    currency: z.literal('INR'),
    amount: Paise,
    amount_rule: AmountRuleField,
    min_amount: Paise.nullable(),
    frequency: FrequencyField,
    debit_rule: DebitRule.nullable(),
    start_date: DateField,
    end_date: DateField,
    mcc: MccField,
    first_debit: FirstDebit.nullable(),
    authorization: Authorization.nullable(),
    redirect_url: z.string().nullable(),
    settlement: SettlementSpeedField,
    notice_exemption: NoticeExemptionField.nullable().meta({
      description: 'Why its debits need no notice; null where they do.',
    }),
    umn: z.string().nullable().meta({ description: 'The rail’s number of the mandate.' }),
    activated_at: InstantField.nullable(),
    ended_at: InstantField.nullable(),
    status_reason: Decline.nullable(),
    revoked_by: EnderField.nullable().meta({
      description: 'Who revoked it; null while nobody has.',
    }),
    modification: Modification.nullable().meta({
      description: 'The last change of its terms that was asked for, also after its end.',
    }),
    next_cycle: NextCycle.nullable(),
  })
  .meta({ id: 'Mandate', description: 'A payer’s standing permission to be debited.' })
export type Mandate = z.output<typeof Mandate>

/** Nothing but notes of the merchant's own; shared by creations. */
export const metadataField = Metadata.optional()
