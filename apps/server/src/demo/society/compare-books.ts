import type { Expectations } from '../expectations.ts'
import { table } from '../table.ts'
import { type Books, linesOf } from './books.ts'

/** Lays the books side by side: what the file foretells, what the server lists, what the webhooks told. */
export function compareBooks(
  books: { readonly expected: Books; readonly server: Books; readonly webhooks: Books },
  expectations: Expectations,
): void {
  const expected = linesOf(books.expected)
  const server = linesOf(books.server)
  const webhooks = linesOf(books.webhooks)
  const subjects = new Set([...expected.keys(), ...server.keys(), ...webhooks.keys()])
  const rows = [...subjects].map((subject) => {
    const [foretold, listed, told] = [expected, server, webhooks].map(
      (one) => one.get(subject) ?? '0',
    )
    const byServer = expectations.note({
      subject: `${subject}, by the server`,
      expected: foretold ?? '',
      seen: listed ?? '',
    })
    const byWebhooks = expectations.note({
      subject: `${subject}, by the webhooks`,
      expected: foretold ?? '',
      seen: told ?? '',
    })
    return [subject, foretold ?? '', listed ?? '', told ?? '', byServer && byWebhooks ? '✓' : '✗']
  })
  console.log()
  console.log(table([['', 'From the file', 'Server', 'Webhooks', ''], ...rows], [1, 2, 3]))
}
