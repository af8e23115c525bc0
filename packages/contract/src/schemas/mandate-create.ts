import { z } from 'zod'
import { BankAccount } from './bank-account.ts'
import { checkCollectVpa, checkRedirect } from './check-payer-body.ts'
import {
  DateField,
  DurationField,
  EmailField,
  MccField,
  Paise,
  PhoneField,
  ReferenceId,
  text,
  UrlField,
  VpaField,
} from './fields.ts'
import {
  AmountRuleField,
  DebitRule,
  FirstDebit,
  FlowField,
  FrequencyField,
  metadataField,
  NoticeExemptionField,
  SettlementSpeedField,
} from './mandate.ts'

export const PayerInput = z
  .strictObject({
    name: text(1, 100).optional(),
    vpa: VpaField.optional().meta({ description: 'Required when flow is collect.' }),
    email: EmailField.optional(),
    phone: PhoneField.optional(),
    account: BankAccount.optional(),
    reference_id: ReferenceId.optional().meta({ description: 'Groups the mandates of one payer.' }),
  })
  .meta({ id: 'PayerInput' })

const fields = {
  reference_id: ReferenceId,
  flow: FlowField,
  payer: PayerInput,
  description: text(1, 50).meta({ description: 'What the payer sees.' }),
  amount_rule: AmountRuleField,
  amount: Paise,
  min_amount: Paise.optional(),
  frequency: FrequencyField,
  debit_rule: DebitRule.optional(),
  start_date: DateField,
  end_date: DateField,
  mcc: MccField.optional().meta({
    description: 'One of the account’s approved categories; by default the account’s.',
  }),
  notice_exemption: NoticeExemptionField.optional().meta({
    description:
      'Refills of FASTag or NCMC balances, debited without notice: as_presented only, and only for accounts approved for it.',
  }),
  registration_expires_in: DurationField.optional().meta({
    description:
      'How long the payer has to approve; a day by default, and never longer than the last day of the mandate.',
  }),
  first_debit: FirstDebit.optional(),
  redirect_url: UrlField.optional().meta({
    description: 'Where the hosted page sends the payer; https, or http on this machine.',
  }),
  settlement: SettlementSpeedField.optional(),
  metadata: metadataField,
}

/** The body that registers a mandate. */
export const MandateCreate = z
  .strictObject(fields)
  .superRefine(checkRedirect, { when: () => true })
  .superRefine(checkCollectVpa, { when: () => true })
  .meta({ id: 'MandateCreate' })
export type MandateCreate = z.output<typeof MandateCreate>

/** The same body for the sandbox, where the mandate is active at once and no payer is asked. */
export const SandboxMandateCreate = z
  .strictObject(fields)
  .superRefine(checkRedirect, { when: () => true })
  .meta({ id: 'SandboxMandateCreate' })
export type SandboxMandateCreate = z.output<typeof SandboxMandateCreate>
