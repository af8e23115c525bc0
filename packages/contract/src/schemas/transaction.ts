import {
  DISPUTE_STATUSES,
  PAYMENT_STATUSES,
  PRESENTATION_STATUSES,
  REFUND_STATUSES,
  REVERSAL_STATUSES,
  TRANSACTION_KINDS,
} from '@upi-autopay/rail'
import { z } from 'zod'
import { Paise } from './fields.ts'
import { resourceFields } from './resource.ts'

export const TransactionTypeField = z
  .enum(TRANSACTION_KINDS)
  .meta({ id: 'TransactionType', 'x-open': true })

/** The statuses of every kind that moves money. */
export const TransactionStatusField = z
  .enum([
    ...new Set([
      ...PRESENTATION_STATUSES,
      ...PAYMENT_STATUSES,
      ...REFUND_STATUSES,
      ...REVERSAL_STATUSES,
      ...DISPUTE_STATUSES,
    ]),
  ])
  .meta({ id: 'TransactionStatus', 'x-open': true })

/** A resource that moves money, in the one form that all kinds share. */
export const Transaction = z
  .strictObject({
    ...resourceFields,
    object: z.literal('transaction'),
    type: TransactionTypeField,
    status: TransactionStatusField,
    amount: Paise.meta({ description: 'What was asked for, in paise, whichever way it goes.' }),
    net: z.int().meta({
      description:
        'What it moved so far, in paise, fees taken off: below zero for what was paid back.',
    }),
    fees: z.int().min(0),
    currency: z.literal('INR'),
    mandate_id: z.string().nullable(),
    presentation_id: z.string().nullable(),
    payment_id: z.string().nullable(),
    reference_id: z.string().nullable(),
    rrn: z.string().nullable(),
    npci_txn_id: z.string().nullable(),
    payer_vpa: z.string().nullable(),
    settlement_ids: z.array(z.string()).meta({
      description: 'The settlements that hold what it moved, in the order in which it moved.',
    }),
  })
  .meta({
    id: 'Transaction',
    description: 'A debit, payment, refund, reversal or dispute, in the form that all share.',
  })
export type Transaction = z.output<typeof Transaction>
