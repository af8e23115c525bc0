import { VPA_EXISTENCE, VPA_WARNINGS } from '@upi-autopay/rail'
import { z } from 'zod'

/** The body that asks about an address. Its form is part of the answer. */
export const VpaValidate = z
  .strictObject({ vpa: z.string().min(1).max(320) })
  .meta({ id: 'VpaValidate' })
export type VpaValidate = z.output<typeof VpaValidate>

const VpaWarning = z
  .strictObject({
    code: z.enum(VPA_WARNINGS).meta({ id: 'VpaWarningCode', 'x-open': true }),
    message: z.string(),
  })
  .meta({ id: 'VpaWarning' })

/** What is known of an address. */
export const VpaValidation = z
  .strictObject({
    object: z.literal('vpa_validation'),
    vpa: z.string(),
    valid_form: z.boolean(),
    handle: z.string().nullable(),
    handle_known: z.boolean(),
    existence: z
      .enum(VPA_EXISTENCE)
      .meta({ id: 'VpaExistence', 'x-open': true })
      .meta({ description: '`unchecked` where the provider cannot tell.' }),
    name: z.string().nullable().meta({ description: 'The holder, as the bank has it.' }),
    warnings: z.array(VpaWarning),
  })
  .meta({ id: 'VpaValidation', description: 'What is known of a UPI address.' })
export type VpaValidation = z.output<typeof VpaValidation>
