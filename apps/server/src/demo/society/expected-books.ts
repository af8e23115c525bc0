import { addDays, type IsoDate } from '@upi-autopay/rail'
import { type Books, emptyBooks, enterFailure } from './books.ts'
import type { Member } from './member.ts'

/** Minutes of the day in which no debit is started, ends excluded. Written down here again, so that a slip there shows. */
const PEAKS = [
  [10 * 60, 13 * 60],
  [17 * 60, 21 * 60 + 30],
] as const
/** Above this a debit takes the PIN, in paise. */
const PIN_ABOVE = 15_000_00
const ATTEMPTS_OF_A_CYCLE = 4

/** What each magic address does to the attempts of a debit; any other pays at once. */
const BANKS: Readonly<Record<string, { readonly declines: number; readonly reason: string }>> = {
  'insufficient_funds_once@sim': { declines: 1, reason: 'insufficient_funds' },
  'insufficient_funds@sim': { declines: ATTEMPTS_OF_A_CYCLE, reason: 'insufficient_funds' },
  'bank_offline@sim': { declines: ATTEMPTS_OF_A_CYCLE, reason: 'bank_offline' },
}

/** What two weeks must come to, worked out from the file alone: nothing here asks the product. */
export function expectedBooks(
  members: readonly Member[],
  period: { readonly first: IsoDate; readonly days: number },
): Books {
  const books = emptyBooks()
  const end = addDays(period.first, period.days)
  for (const member of members) {
    if (!member.approves) {
      books.declined++
      continue
    }
    books.active++
    let paidBefore = false
    for (let day = member.starts; day < end; day = addDays(day, 1)) {
      const instant = member.first_debit && day === member.starts
      paidBefore = enterDebit(books, member, { instant, paidBefore }) || paidBefore
    }
  }
  return books
}

/** Enters one debit with all its attempts; answers whether it was paid. */
function enterDebit(
  books: Books,
  { vpa, daily_amount, debit_minute }: Member,
  { instant, paidBefore }: { instant: boolean; paidBefore: boolean },
): boolean {
  const bank = BANKS[vpa] ?? { declines: 0, reason: '' }
  const chances = instant ? 1 : ATTEMPTS_OF_A_CYCLE
  const attempts = Math.min(bank.declines + 1, chances)
  const paid = bank.declines < chances
  books.due++
  books.retried += attempts - 1
  if (!instant && PEAKS.some(([from, until]) => debit_minute >= from && debit_minute < until))
    books.deferred++
  const firstNotified = !instant && !paidBefore
  if (firstNotified || daily_amount > PIN_ABOVE) books.pins += attempts
  if (paid) {
    books.collected++
    books.collected_paise += daily_amount
  } else enterFailure(books, bank.reason)
  return paid
}
