import type { contract } from '@upi-autopay/contract'
import { formatRfc3339 } from '@upi-autopay/rail'
import type { HandlerTable } from '../answer.ts'

/** `/v1/account`. */
export const account: HandlerTable<typeof contract.account> = {
  get: async (_request, { account: mine }) => ({
    status: 200,
    body: {
      id: mine.merchant_id,
      object: 'account',
      livemode: mine.mode === 'live',
      created_at: formatRfc3339(mine.created_at),
      updated_at: formatRfc3339(mine.updated_at),
      metadata: {},
      status: 'active',
      name: mine.name,
      payee_vpa: mine.payee_vpa,
      mcc: mine.mcc,
      approved_mccs: [...mine.approved_mccs],
      approved_exemptions: [...mine.approved_exemptions],
      settlement: mine.settlement,
    },
  }),
}
