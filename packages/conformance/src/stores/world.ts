import type { Account, ApiKey, Store, Tenant } from '@upi-autopay/engine'
import { at, START } from './samples.ts'

/** What a case works with: a store, and a merchant nobody else uses. */
export interface World {
  readonly store: Store
  readonly tenant: Tenant
  /** The same merchant, live. */
  readonly otherMode: Tenant
  /** Another merchant in the same mode. */
  readonly stranger: Tenant
  readonly account: Account
  readonly keys: Readonly<Record<'own' | 'otherMode' | 'stranger', ApiKey>>
}

export type InWorld = (run: (world: World) => Promise<void>) => () => Promise<void>

/** Gives each case merchants of its own in the one store, with frozen clocks, and empties them afterwards. */
export function createWorlds(open: () => Promise<Store>): InWorld {
  let count = 0
  return (run) => async () => {
    count += 1
    const store = await open()
    const tenant: Tenant = { merchant_id: `mer_${count}a`, mode: 'test' }
    const otherMode: Tenant = { merchant_id: `mer_${count}a`, mode: 'live' }
    const stranger: Tenant = { merchant_id: `mer_${count}b`, mode: 'test' }
    const account = sampleAccount(tenant)
    const keys = {
      own: sampleKey(tenant),
      otherMode: sampleKey(otherMode),
      stranger: sampleKey(stranger),
    }
    await store.accounts.create(account, [keys.own])
    await store.accounts.create(sampleAccount(otherMode), [keys.otherMode])
    await store.accounts.create(sampleAccount(stranger), [keys.stranger])
    try {
      await run({ store, tenant, otherMode, stranger, account, keys })
    } finally {
      for (const used of [tenant, otherMode, stranger]) await store.accounts.reset(used)
    }
  }
}

function sampleAccount(tenant: Tenant): Account {
  return {
    ...tenant,
    name: 'Lakshmi Cooperative Society',
    payee_vpa: 'lakshmi@okbank',
    mcc: '6012',
    approved_mccs: ['6012', '5411'],
    approved_exemptions: ['ncmc'],
    settlement: 't0',
    policy: { attempts_max: 2 },
    bank_account: null,
    debits_stopped: false,
    metadata: {},
    revision: 1,
    sandbox: { value_table: true, bank_preset: 'normal' },
    clock: { mode: 'frozen', offset_ms: 0, frozen_at: at(0), start_at: START },
    created_at: START,
    updated_at: START,
  }
}

function sampleKey(tenant: Tenant): ApiKey {
  return {
    ...tenant,
    id: `key_${tenant.merchant_id}_${tenant.mode}`,
    digest: `digest of ${tenant.merchant_id} ${tenant.mode}`,
    scopes: ['read', 'write'],
    created_at: START,
  }
}
