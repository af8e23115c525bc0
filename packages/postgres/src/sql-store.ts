import type { Store } from '@upi-autopay/engine'
import { createSqlAccountStore } from './accounts/account-store.ts'
import { createSqlBatchStore } from './batches/batch-store.ts'
import { createSqlDecisionStore } from './decisions/decision-store.ts'
import { createSqlDeliveryStore } from './deliveries/delivery-store.ts'
import type { Driver } from './drivers/driver.ts'
import { createSqlResourceStore } from './resources/resource-store.ts'
import { createSqlSettlementStore } from './settlements/settlement-store.ts'
import { createSqlTransactionStore } from './transactions/transaction-store.ts'
import { createSqlWorkStore } from './work/work-store.ts'

/** The store in SQL, the same on every driver. */
export function createSqlStore(driver: Driver): Store {
  return {
    decisions: createSqlDecisionStore(driver),
    resources: createSqlResourceStore(driver),
    work: createSqlWorkStore(driver),
    deliveries: createSqlDeliveryStore(driver),
    settlements: createSqlSettlementStore(driver),
    transactions: createSqlTransactionStore(driver),
    batches: createSqlBatchStore(driver),
    accounts: createSqlAccountStore(driver),
    close: () => driver.close(),
  }
}
