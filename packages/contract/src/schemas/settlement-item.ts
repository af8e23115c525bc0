import { z } from 'zod'
import { formed, InstantField } from './fields.ts'
import { pageFields } from './list.ts'
import { TransactionTypeField } from './transaction.ts'

const Cursor = formed(
  /^[a-z]{3}_[0-9a-z]{26}(:[0-9a-z_]{1,30}){1,2}$/,
  'a cursor of an earlier answer, such as its next_cursor',
)

/** Which page of a settlement's items: cursors are ids of items. */
export const itemPageFields = {
  limit: pageFields.limit,
  after: Cursor.optional().meta({ description: 'A cursor: the page that follows it.' }),
  before: Cursor.optional().meta({ description: 'A cursor: the page that precedes it.' }),
}

/** Money that moved and is in a settlement. */
export const SettlementItem = z
  .strictObject({
    id: z.string(),
    object: z.literal('settlement_item'),
    kind: z
      .enum(['collected', 'refunded', 'reversed', 'disputed', 'dispute_won'])
      .meta({ id: 'SettlementItemKind', 'x-open': true }),
    settlement_id: z.string(),
    transaction_type: TransactionTypeField,
    transaction_id: z.string(),
    amount: z.int().meta({ description: 'In paise, below zero for what was paid back.' }),
    fee: z.int().min(0),
    currency: z.literal('INR'),
    reference_id: z.string().nullable(),
    rrn: z.string().nullable(),
    moved_at: InstantField,
  })
  .meta({ id: 'SettlementItem', description: 'Money that moved and is in a settlement.' })
export type SettlementItem = z.output<typeof SettlementItem>
