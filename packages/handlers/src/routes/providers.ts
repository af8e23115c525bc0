import type { contract } from '@upi-autopay/contract'
import type { HandlerTable } from '../answer.ts'

/** `/v1/providers`. */
export const providers: HandlerTable<typeof contract.providers> = {
  list: async (_request, { account, deps }) => {
    const { name, policy, supports = [], isHealthy } = deps.engine.deps.providerOf(account)
    const healthy = (await isHealthy?.()) ?? true
    const data = [
      {
        object: 'provider' as const,
        id: name,
        mode: account.mode,
        healthy,
        supports: [...supports],
        policy: { ...policy },
      },
    ]
    return { status: 200, body: { object: 'list', data, has_more: false, next_cursor: null } }
  },
}
