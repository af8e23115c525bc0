import { formatRupees } from '@upi-autopay/rail'

/** Two weeks of collections in figures, whoever drew them up. Amounts in paise. */
export interface Books {
  active: number
  declined: number
  due: number
  collected: number
  /** Debits that came to nothing, by reason. */
  failed: Record<string, number>
  /** Asked for in peak hours and made after them. */
  deferred: number
  /** Attempts after the first, of all debits. */
  retried: number
  /** Times that a payer was asked for the PIN. */
  pins: number
  collected_paise: number
}

/** Books without an entry. */
export function emptyBooks(): Books {
  return {
    active: 0,
    declined: 0,
    due: 0,
    collected: 0,
    failed: {},
    deferred: 0,
    retried: 0,
    pins: 0,
    collected_paise: 0,
  }
}

/** Enters a debit that came to nothing. */
export function enterFailure(books: Books, reason: string): void {
  books.failed[reason] = (books.failed[reason] ?? 0) + 1
}

/** The books line by line, as people read them. */
export function linesOf(books: Books): Map<string, string> {
  const failed = Object.entries(books.failed).sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map([
    ['mandates active', String(books.active)],
    ['mandates declined', String(books.declined)],
    ['debits due', String(books.due)],
    ['collected', String(books.collected)],
    ...failed.map(([reason, count]): [string, string] => [`failed: ${reason}`, String(count)]),
    ['deferred out of peak hours', String(books.deferred)],
    ['attempts repeated', String(books.retried)],
    ['PINs asked for', String(books.pins)],
    ['sum collected', formatRupees(books.collected_paise)],
  ])
}
