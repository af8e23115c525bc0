import type { Store } from '../ports/store.ts'
import { createMemoryAccountStore } from './account-store.ts'
import { createMemoryBatchStore } from './batch-store.ts'
import { createMemoryDecisionStore } from './decision-store.ts'
import { createMemoryDeliveryStore } from './delivery-store.ts'
import { createMemoryResourceStore } from './resource-store.ts'
import { createMemorySettlementStore } from './settlement-store.ts'
import { createTenants, type Tenants } from './tenant-data.ts'
import { createMemoryTransactionStore } from './transaction-store.ts'
import { createMemoryWorkStore } from './work-store.ts'

/**
 * A store that keeps everything in memory, for mocks, tests and simulations.
 * It hands out the records it was given, so callers must not change them.
 */
export function createMemoryStore(tenants: Tenants = createTenants()): Store {
  const accounts = createMemoryAccountStore(tenants)
  return {
    decisions: createMemoryDecisionStore(tenants),
    resources: createMemoryResourceStore(tenants),
    work: createMemoryWorkStore(tenants, accounts),
    deliveries: createMemoryDeliveryStore(tenants),
    settlements: createMemorySettlementStore(tenants),
    transactions: createMemoryTransactionStore(tenants),
    batches: createMemoryBatchStore(tenants),
    accounts: accounts.store,
    close: () => Promise.resolve(),
  }
}
