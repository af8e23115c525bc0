import { z } from 'zod'
import { InstantField } from './fields.ts'

/** The books of a merchant at one moment. */
export const Balance = z
  .strictObject({
    object: z.literal('balance'),
    livemode: z.boolean(),
    as_of: InstantField,
    currency: z.literal('INR'),
    collected: z.int().min(0),
    refunded: z.int().min(0),
    reversed: z.int().min(0),
    disputed: z.int().meta({ description: 'Taken by disputes, less what was won back.' }),
    fees: z.int().min(0),
    settled_net: z.int().min(0).meta({ description: 'Paid to the bank account.' }),
    unsettled: z.int().meta({
      description:
        'On its way or waiting for its run; below zero after refunds of settled money. Always collected − refunded − reversed − disputed − fees − settled_net.',
    }),
  })
  .meta({ id: 'Balance', description: 'The books of a merchant at one moment, in paise.' })
export type Balance = z.output<typeof Balance>
