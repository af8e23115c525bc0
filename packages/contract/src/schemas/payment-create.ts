import { z } from 'zod'
import { checkCollectVpa, checkRedirect } from './check-payer-body.ts'
import { DurationField, MccField, Paise, ReferenceId, text, UrlField } from './fields.ts'
import { FlowField, metadataField, SettlementSpeedField } from './mandate.ts'
import { PaymentPayerInput } from './payment-payer.ts'

/** The body that asks for one payment. */
export const PaymentCreate = z
  .strictObject({
    reference_id: ReferenceId,
    flow: FlowField,
    payer: PaymentPayerInput.prefault({}),
    purpose: text(5, 50).meta({ description: 'What the payer sees.' }),
    amount: Paise,
    expires_in: DurationField.optional().meta({
      description: 'How long the payer has, PT1M to PT24H; PT30M by default.',
    }),
    mcc: MccField.optional().meta({
      description: 'One of the account’s approved categories; by default the account’s.',
    }),
    settlement: SettlementSpeedField.optional(),
    redirect_url: UrlField.optional().meta({
      description: 'Where the hosted page sends the payer; https, or http on this machine.',
    }),
    metadata: metadataField,
  })
  .superRefine(checkRedirect, { when: () => true })
  .superRefine(checkCollectVpa, { when: () => true })
  .meta({ id: 'PaymentCreate' })
export type PaymentCreate = z.output<typeof PaymentCreate>
