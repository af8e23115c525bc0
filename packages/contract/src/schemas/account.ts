import { z } from 'zod'
import { MccField, VpaField } from './fields.ts'
import { NoticeExemptionField, SettlementSpeedField } from './mandate.ts'
import { resourceFields } from './resource.ts'

/** The merchant whose key is used. */
export const Account = z
  .strictObject({
    ...resourceFields,
    object: z.literal('account'),
    status: z.enum(['active']).meta({ id: 'AccountStatus', 'x-open': true }),
    name: z.string(),
    payee_vpa: VpaField,
    mcc: MccField,
    approved_mccs: z.array(MccField),
    approved_exemptions: z.array(NoticeExemptionField).meta({
      description: 'Exemptions from the notice that its mandates may claim.',
    }),
    settlement: SettlementSpeedField,
  })
  .meta({ id: 'Account', description: 'The merchant whose key is used.' })
export type Account = z.output<typeof Account>
