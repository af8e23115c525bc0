import { LAUNCH_DATE } from '@upi-autopay/rail'
import { z } from 'zod'
import { DateField, Paise } from './fields.ts'

/**
 * What the operator sets for one merchant in place of the provider's policy. The rail's own limits still hold: the
 * stricter of the two counts.
 */
export const MerchantPolicy = z
  .strictObject({
    notice_lead_min_hours: z.int().min(0).max(720),
    notice_lead_max_hours: z.int().min(1).max(720),
    notice_cut_off_minute: z.int().min(0).max(1439).meta({
      description: 'Minute of the Indian day from which no notice for the next day is taken.',
    }),
    attempts_max: z.int().min(1).max(20),
    attempt_spacing_minutes: z.int().min(0).max(1440),
    pin_expiry_minutes: z.int().min(1).max(1440),
    instant_attempts_max: z.int().min(1).max(20),
    amount_max_paise: Paise,
    refund_window_days: z.int().min(0).max(3650),
    revocable_while_paused: z.boolean(),
    cross_border: z.boolean(),
    inquiry_first_after_seconds: z.int().min(1).max(86_400),
    inquiries_max: z.int().min(1).max(20),
    inquiry_within_minutes: z.int().min(1).max(1440),
    rules_as_of: DateField.refine((date) => date >= LAUNCH_DATE, {
      error: `must be ${LAUNCH_DATE}, when AutoPay began, or later`,
    }).meta({ description: 'The Indian day whose rules count instead of today’s.' }),
  })
  .partial()
  .meta({
    id: 'MerchantPolicy',
    description: 'What counts for one merchant in place of the provider’s policy.',
  })
export type MerchantPolicy = z.output<typeof MerchantPolicy>
