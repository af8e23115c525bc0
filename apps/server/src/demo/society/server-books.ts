import type { Autopay, Presentation } from '@upi-autopay/client'
import { type Books, emptyBooks, enterFailure } from './books.ts'

/** The books as the server's lists have them. */
export async function serverBooks(autopay: Autopay): Promise<Books> {
  const books = emptyBooks()
  for await (const { status } of autopay.mandates.list({ limit: 100 })) {
    if (status === 'active') books.active++
    if (status === 'rejected') books.declined++
  }
  for await (const debit of autopay.presentations.list({ limit: 100 })) enter(books, debit)
  return books
}

function enter(books: Books, debit: Presentation): void {
  books.due++
  books.retried += Math.max(debit.attempts.length - 1, 0)
  books.pins += debit.attempts.filter(({ authentication }) => authentication === 'pin').length
  const begun = debit.attempts[0]?.started_at
  if (begun !== undefined && debit.present_at !== null && begun > debit.present_at) books.deferred++
  if (debit.status === 'succeeded') {
    books.collected++
    books.collected_paise += debit.amount
  } else enterFailure(books, debit.failure?.reason ?? debit.status)
}
