import { z } from 'zod'

/** What of collected money has gone back or is spoken for. Amounts in paise. */
export const takenBackFields = {
  amount_refunded: z.int(),
  amount_refund_pending: z.int().meta({ description: 'Asked for by refunds that are pending.' }),
  amount_disputed: z.int().meta({ description: 'In disputes that are open or lost.' }),
  amount_refundable: z.int().meta({ description: 'What can still be refunded or disputed.' }),
}
