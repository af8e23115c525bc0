import type { Event, Subscription } from '@upi-autopay/client'
import { type Books, emptyBooks, enterFailure } from './books.ts'

/** The events from which the books can be kept. */
export const BOOKED_EVENTS: Subscription[] = [
  'mandate.activated',
  'mandate.rejected',
  'presentation.created',
  'presentation.awaiting_payer',
  'presentation.retry_scheduled',
  'presentation.succeeded',
  'presentation.failed',
]

/** The books as a merchant keeps them who only listens. */
export function webhookBooks(events: readonly Event[]): Books {
  const books = emptyBooks()
  for (const event of events) enter(books, event)
  return books
}

function enter(books: Books, event: Event): void {
  switch (event.type) {
    case 'mandate.activated':
      books.active++
      break
    case 'mandate.rejected':
      books.declined++
      break
    case 'presentation.created':
      books.due++
      if (event.data.object.deferred_because === 'peak_hours') books.deferred++
      break
    case 'presentation.awaiting_payer':
      books.pins++
      break
    case 'presentation.retry_scheduled':
      books.retried++
      break
    case 'presentation.succeeded':
      books.collected++
      books.collected_paise += event.data.object.amount
      break
    case 'presentation.failed':
      enterFailure(books, event.data.object.failure?.reason ?? 'without a reason')
      break
    default:
      break
  }
}
