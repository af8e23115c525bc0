import type { AccountStore } from './account-store.ts'
import type { BatchStore } from './batch-store.ts'
import type { DecisionStore } from './decision-store.ts'
import type { DeliveryStore } from './delivery-store.ts'
import type { ResourceStore } from './resource-store.ts'
import type { SettlementStore } from './settlement-store.ts'
import type { TransactionStore } from './transaction-store.ts'
import type { WorkStore } from './work-store.ts'

/**
 * Where everything is kept. One port, several implementations, one suite that all of them pass.
 * Every method is scoped by tenant. A method that takes many items answers per item, in order.
 */
export interface Store {
  readonly decisions: DecisionStore
  readonly resources: ResourceStore
  readonly work: WorkStore
  readonly deliveries: DeliveryStore
  readonly settlements: SettlementStore
  readonly transactions: TransactionStore
  readonly batches: BatchStore
  readonly accounts: AccountStore
  close(): Promise<void>
}
