import type { contract } from '@upi-autopay/contract'
import { tenantOf } from '@upi-autopay/engine'
import { formatRfc3339 } from '@upi-autopay/rail'
import type { HandlerTable } from '../answer.ts'
import { nowOf } from '../call.ts'

/** `/v1/balance`. */
export const balance: HandlerTable<typeof contract.balance> = {
  get: async (_request, call) => {
    const { settlements } = call.deps.engine.deps.store
    const { moved, settled_net, unsettled } = await settlements.balance(tenantOf(call.account))
    return {
      status: 200,
      body: {
        object: 'balance',
        livemode: call.account.mode === 'live',
        as_of: formatRfc3339(nowOf(call)),
        currency: 'INR',
        collected: moved.collected,
        refunded: moved.refunded,
        reversed: moved.reversed,
        disputed: moved.disputed - moved.dispute_won,
        fees: moved.fees,
        settled_net,
        unsettled,
      },
    }
  },
}
