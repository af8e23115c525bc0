import { z } from 'zod'
import { EmailField, PhoneField, ReferenceId, text, VpaField } from './fields.ts'

/** Who is asked to pay, as the merchant says. */
export const PaymentPayerInput = z
  .strictObject({
    name: text(1, 100).optional(),
    vpa: VpaField.optional().meta({ description: 'Required when flow is collect.' }),
    email: EmailField.optional(),
    phone: PhoneField.optional(),
    reference_id: ReferenceId.optional().meta({
      description: 'Groups what one payer is asked for.',
    }),
  })
  .meta({ id: 'PaymentPayerInput' })

/** Who is asked to pay. */
export const PaymentPayer = z
  .strictObject({
    name: z.string().nullable(),
    vpa: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    reference_id: z.string().nullable(),
  })
  .meta({ id: 'PaymentPayer' })
