import { z } from 'zod'
import { BankAccount } from './bank-account.ts'
import { MccField, Metadata, text, VpaField } from './fields.ts'
import { NoticeExemptionField, SettlementSpeedField } from './mandate.ts'
import { allowedActions, resourceFields } from './resource.ts'

const HolderName = text(1, 100).meta({ description: 'Whom the bank knows as its holder.' })

/** Where settlements are paid to, as the account shows it. */
export const SettlementAccount = z
  .strictObject({
    number: z.string().meta({ description: 'All but the last four digits are hidden.' }),
    ifsc: z.string(),
    name: z.string(),
  })
  .meta({ id: 'SettlementAccount' })

/** The merchant whose key is used. */
export const Account = z
  .strictObject({
    ...resourceFields,
    object: z.literal('account'),
    status: z.enum(['active']).meta({ id: 'AccountStatus', 'x-open': true }),
    allowed_actions: allowedActions,
    name: z.string(),
    payee_vpa: VpaField,
    bank_account: SettlementAccount.nullable(),
    mcc: MccField,
    approved_mccs: z.array(MccField),
    approved_exemptions: z.array(NoticeExemptionField).meta({
      description: 'Exemptions from the notice that its mandates may claim.',
    }),
    settlement: SettlementSpeedField,
    debits_stopped: z.boolean().meta({
      description: 'While true nothing is presented: a debit that comes due waits.',
    }),
  })
  .meta({ id: 'Account', description: 'The merchant whose key is used.' })
export type Account = z.output<typeof Account>

const SettlementAccountInput = z
  .strictObject({ ...BankAccount.shape, name: HolderName })
  .meta({ id: 'SettlementAccountInput' })

/** The body that changes the account; what is left out stays. */
export const AccountUpdate = z
  .strictObject({
    name: text(1, 100).optional(),
    payee_vpa: VpaField.optional(),
    bank_account: SettlementAccountInput.nullable().optional(),
    mcc: MccField.optional(),
    approved_mccs: z
      .array(MccField)
      .min(1)
      .max(100)
      .refine((mccs) => new Set(mccs).size === mccs.length, {
        error: 'must not name a category twice',
      })
      .optional()
      .meta({ description: 'In test mode only: live categories are approved by the acquirer.' }),
    settlement: SettlementSpeedField.optional(),
    metadata: Metadata.optional(),
  })
  .meta({ id: 'AccountUpdate' })
export type AccountUpdate = z.output<typeof AccountUpdate>
