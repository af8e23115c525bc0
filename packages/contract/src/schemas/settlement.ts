import { SETTLEMENT_STATUSES } from '@upi-autopay/rail'
import { z } from 'zod'
import { DateField, InstantField } from './fields.ts'
import { SettlementSpeedField } from './mandate.ts'
import { resourceFields } from './resource.ts'

export const SettlementStatusField = z
  .enum(SETTLEMENT_STATUSES)
  .meta({ id: 'SettlementStatus', 'x-open': true })

/** A sum of money in paise; zero where nothing moved. */
const Sum = z.int().min(0)

/** The account that a settlement is paid to; of its number the last four digits. */
export const SettlementBankAccount = z
  .strictObject({ name: z.string(), number: z.string(), ifsc: z.string() })
  .meta({ id: 'SettlementBankAccount' })

/** What one run pays to the merchant's bank account. */
export const Settlement = z
  .strictObject({
    ...resourceFields,
    object: z.literal('settlement'),
    status: SettlementStatusField,
    speed: SettlementSpeedField,
    currency: z.literal('INR'),
    gross: Sum.meta({ description: 'What was collected, in paise.' }),
    refunds: Sum,
    reversals: Sum,
    disputes: Sum.meta({ description: 'Taken by disputes that were opened.' }),
    disputes_won: Sum.meta({ description: 'Given back by disputes that were won.' }),
    fees: Sum,
    net: z.int().min(1).meta({
      description:
        'gross − refunds − reversals − disputes + disputes_won − fees; what is paid out.',
    }),
    count: z.int().meta({ description: 'How many items it holds.' }),
    period: z
      .strictObject({ from: InstantField, until: InstantField })
      .meta({ id: 'SettlementPeriod', description: 'When its oldest and its newest item moved.' }),
    settle_date: DateField.meta({ description: 'The Indian day of the run.' }),
    bank_account: SettlementBankAccount.nullable().meta({
      description: 'Null where the account named none when the settlement was formed.',
    }),
    utr: z.string().nullable().meta({ description: 'The bank’s reference of the transfer.' }),
    settled_at: InstantField.nullable(),
  })
  .meta({ id: 'Settlement', description: 'What one run pays to the merchant’s bank account.' })
export type Settlement = z.output<typeof Settlement>
