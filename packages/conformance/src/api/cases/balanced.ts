import type { Balance, Settlement, Transaction } from '@upi-autopay/contract'
import type { Api } from '../api.ts'
import type { World } from '../case.ts'

/** All that a case makes. */
const ALL = { query: { limit: 100 } }

/** Reads the books and holds them against each other and against the history: three sources, one sum. */
export async function balanced({ api, expect }: World): Promise<Balance> {
  const books = await api.ok('balance.get')
  const moved = books.collected - books.refunded - books.reversed - books.disputed - books.fees
  expect(moved).toBe(books.settled_net + books.unsettled)
  expect(sum((await transactions(api)).map(({ net }) => net))).toBe(moved)
  const paid = (await settlements(api)).filter(({ status }) => status === 'settled')
  expect(sum(paid.map(({ net }) => net))).toBe(books.settled_net)
  return books
}

/** Every settlement, the newest first. */
export async function settlements(api: Api): Promise<Settlement[]> {
  return (await api.ok('settlements.list', ALL)).data
}

/** The whole history, the newest first. */
export async function transactions(api: Api): Promise<Transaction[]> {
  return (await api.ok('transactions.list', ALL)).data
}

/** What amounts come to. */
export function sum(amounts: readonly number[]): number {
  return amounts.reduce((one, two) => one + two, 0)
}
