import { PAYMENT_STATUSES } from '@upi-autopay/rail'
import { z } from 'zod'
import { Decline } from './decline.ts'
import {
  InstantField,
  MccField,
  Paise,
  ReferenceId,
  UnknownOutcomeField,
  VpaField,
} from './fields.ts'
import { FlowField, SettlementSpeedField } from './mandate.ts'
import { PaymentPayer } from './payment-payer.ts'
import { Resolution } from './resolution.ts'
import { allowedActions, resourceFields } from './resource.ts'
import { takenBackFields } from './taken-back.ts'

export const PaymentStatusField = z
  .enum(PAYMENT_STATUSES)
  .meta({ id: 'PaymentStatus', 'x-open': true })

/** How the payer comes to the payment. */
export const PaymentAuthorization = z
  .strictObject({
    upi_link: z.string().meta({ description: 'upi://pay?… for the payer’s app.' }),
    hosted_url: z.string().meta({ description: 'A page on which the payer sees what is asked.' }),
    expires_at: InstantField,
  })
  .meta({ id: 'PaymentAuthorization' })

/** One payment, asked for once. */
export const Payment = z
  .strictObject({
    ...resourceFields,
    object: z.literal('payment'),
    status: PaymentStatusField,
    allowed_actions: allowedActions,
    reference_id: ReferenceId,
    flow: FlowField,
    payer: PaymentPayer,
    payer_vpa: VpaField.nullable().meta({ description: 'The VPA that paid.' }),
    purpose: z.string(),
    amount: Paise,
    currency: z.literal('INR'),
    mcc: MccField,
    settlement: SettlementSpeedField,
    authorization: PaymentAuthorization.nullable(),
    redirect_url: z.string().nullable(),
    expires_at: InstantField,
    outcome: UnknownOutcomeField.nullable(),
    resolution: Resolution.nullable(),
    rrn: z.string().nullable(),
    npci_txn_id: z.string().nullable(),
    succeeded_at: InstantField.nullable(),
    ended_at: InstantField.nullable(),
    failure: Decline.nullable(),
    amount_collected: z.int(),
    ...takenBackFields,
  })
  .meta({ id: 'Payment', description: 'One payment, asked for once and never repeated by itself.' })
export type Payment = z.output<typeof Payment>
