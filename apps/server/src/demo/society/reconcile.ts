import type { Autopay, Settlement } from '@upi-autopay/client'
import { formatRupees } from '@upi-autopay/rail'
import type { Expectations } from '../expectations.ts'
import { table } from '../table.ts'
import type { Books } from './books.ts'

/** Longer than any row of days on which banks are closed. */
const WEEK = 'P7D'

/**
 * The last page of the books: the clock runs until banks have paid everything out, and what they paid is laid beside
 * what was collected and given back, item by item.
 */
export async function reconcile(
  autopay: Autopay,
  { books, refunded }: { readonly books: Books; readonly refunded: number },
  expectations: Expectations,
): Promise<void> {
  await expectEquation(autopay, 'while money is on its way', expectations)
  await autopay.sandbox.setClock({ advance_by: WEEK })
  const settlements: Settlement[] = []
  for await (const one of autopay.settlements.list({ limit: 100 })) settlements.unshift(one)
  const rows = settlements.map((one) => [
    one.settle_date,
    String(one.count),
    formatRupees(one.gross),
    formatRupees(one.refunds),
    formatRupees(one.net),
    one.utr ?? one.status,
  ])
  console.log('\nWhat the bank paid out')
  console.log(table([['Day', 'Items', 'Gross', 'Refunds', 'Net', 'UTR'], ...rows], [1, 2, 3, 4]))
  const paid = sum(settlements.map(({ net }) => net))
  const items = sum(await Promise.all(settlements.map(({ id }) => sumOfItems(autopay, id))))
  const expected = books.collected_paise - refunded
  const brokenBefore = expectations.broken().length
  note(expectations, 'settled, by settlement', expected, paid)
  note(expectations, 'settled, by item', expected, items)
  const balance = await autopay.balance.get()
  note(expectations, 'collected, by the balance', books.collected_paise, balance.collected)
  note(expectations, 'refunded, by the balance', refunded, balance.refunded)
  note(expectations, 'settled, by the balance', expected, balance.settled_net)
  note(expectations, 'left unsettled', 0, balance.unsettled)
  await expectEquation(autopay, 'when all is settled', expectations)
  const held = expectations.broken().length === brokenBefore
  console.log(
    `\n${held ? 'Reconciled' : 'Not reconciled'}: ${formatRupees(books.collected_paise)} collected − ${formatRupees(refunded)} refunded = ${formatRupees(expected)}; paid out in ${settlements.length} settlements: ${formatRupees(paid)}.`,
  )
}

async function sumOfItems(autopay: Autopay, settlement_id: string): Promise<number> {
  let total = 0
  for await (const { amount, fee } of autopay.settlements.items(settlement_id, { limit: 100 }))
    total += amount - fee
  return total
}

async function expectEquation(
  autopay: Autopay,
  when: string,
  expectations: Expectations,
): Promise<void> {
  const { collected, refunded, reversed, disputed, fees, settled_net, unsettled } =
    await autopay.balance.get()
  const kept = collected - refunded - reversed - disputed - fees
  note(expectations, `settled and unsettled ${when}`, kept, settled_net + unsettled)
}

function note(expectations: Expectations, subject: string, expected: number, seen: number): void {
  expectations.note({ subject, expected: formatRupees(expected), seen: formatRupees(seen) })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
