import type {
  ApiKeyCreate,
  ApiKeyCreated,
  Merchant,
  MerchantCreate,
  MerchantCreated,
} from '@upi-autopay/contract'
import type { Account } from '@upi-autopay/engine'
import {
  type AnyAnswer,
  type HandlerDeps,
  type ProblemContext,
  refuse,
} from '@upi-autopay/handlers'
import { formatRfc3339 } from '@upi-autopay/rail'
import { newTestAccount } from './merchant-defaults.ts'
import { mintKey } from './mint-key.ts'

/** What the operator's functions know of a call. */
export interface OperatorCall {
  readonly deps: HandlerDeps
  readonly problem: ProblemContext
}

/** `/operator`: one function per route, in the shape of its contract. */
export const operatorHandlers = {
  async createMerchant(
    { body }: { body: MerchantCreate },
    { deps }: OperatorCall,
  ): Promise<AnyAnswer> {
    const { store, clock, ids } = deps.engine.deps
    const now = clock.now()
    const account = newTestAccount(ids.mint('merchant', now), body, now)
    const { key, secret } = mintKey({ clock, ids }, deps.digestKey, account)
    await store.accounts.create(account, [key])
    const created: MerchantCreated = { ...renderMerchant(account), test_key: secret }
    return { status: 201, body: created }
  },

  async listMerchants(_request: object, { deps }: OperatorCall): Promise<AnyAnswer> {
    const accounts = await deps.engine.deps.store.accounts.list()
    const data = accounts.map(renderMerchant)
    return { status: 200, body: { object: 'list', data, has_more: false, next_cursor: null } }
  },

  async createKey(
    { params, body }: { params: { id: string }; body: ApiKeyCreate },
    { deps, problem }: OperatorCall,
  ): Promise<AnyAnswer> {
    const { store } = deps.engine.deps
    const { mode, scopes } = body
    const tenant = { merchant_id: params.id, mode }
    if ((await store.accounts.get(tenant)) === null) {
      return refuse(problem, 'not_found', `There is no merchant ${params.id}.`)
    }
    const { key, secret } = mintKey(deps.engine.deps, deps.digestKey, { ...tenant, scopes })
    await store.accounts.addKey(key)
    const created: ApiKeyCreated = {
      id: key.id,
      secret,
      mode,
      scopes: [...key.scopes] as ApiKeyCreated['scopes'],
    }
    return { status: 201, body: created }
  },
}

function renderMerchant(account: Account): Merchant {
  return {
    id: account.merchant_id,
    name: account.name,
    payee_vpa: account.payee_vpa,
    mcc: account.mcc,
    approved_mccs: [...account.approved_mccs],
    approved_exemptions: [...account.approved_exemptions],
    policy: { ...account.policy },
    created_at: formatRfc3339(account.created_at),
  }
}
