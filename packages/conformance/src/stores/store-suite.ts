import type { Store } from '@upi-autopay/engine'
import { defineAccountCases } from './account-cases.ts'
import { defineBatchCases } from './batch-cases.ts'
import { defineCommitCases } from './commit-cases.ts'
import { defineConcurrencyCases } from './concurrency-cases.ts'
import { defineDeliveryCases } from './delivery-cases.ts'
import { defineDeliveryOrderCases } from './delivery-order-cases.ts'
import { defineDueMerchantCases } from './due-merchant-cases.ts'
import { defineDuplicateCases } from './duplicate-cases.ts'
import { defineEffectCases } from './effect-cases.ts'
import { defineEventCases } from './event-cases.ts'
import { defineIsolationCases } from './isolation-cases.ts'
import { defineResourceCases } from './resource-cases.ts'
import type { Runner } from './runner.ts'
import { defineSettlementCases } from './settlement-cases.ts'
import { defineTimerCases } from './timer-cases.ts'
import { defineTransactionCases } from './transaction-cases.ts'
import { createWorlds } from './world.ts'

/**
 * The suite every store passes.
 *
 * @param runner a test runner, e.g. vitest's `{ test, describe, expect }`
 * @param open answers the store under test, the same one at every call; it starts empty, and whoever opened it closes it
 */
export function storeSuite(runner: Runner, open: () => Promise<Store>): void {
  const { describe } = runner
  const inWorld = createWorlds(open)
  describe('commits', () => defineCommitCases(runner, inWorld))
  describe('duplicates', () => defineDuplicateCases(runner, inWorld))
  describe('commits at the same time', () => defineConcurrencyCases(runner, inWorld))
  describe('resources', () => defineResourceCases(runner, inWorld))
  describe('events', () => defineEventCases(runner, inWorld))
  describe('timers', () => defineTimerCases(runner, inWorld))
  describe('effects', () => defineEffectCases(runner, inWorld))
  describe('merchants with work', () => defineDueMerchantCases(runner, inWorld))
  describe('batches', () => defineBatchCases(runner, inWorld))
  describe('the books', () => defineSettlementCases(runner, inWorld))
  describe('transactions', () => defineTransactionCases(runner, inWorld))
  describe('deliveries', () => defineDeliveryCases(runner, inWorld))
  describe('the order of deliveries', () => defineDeliveryOrderCases(runner, inWorld))
  describe('accounts', () => defineAccountCases(runner, inWorld))
  describe('merchants and modes', () => defineIsolationCases(runner, inWorld))
}
