import type { RejectionRow } from '@upi-autopay/rail'
import { markdownTable } from './markdown-table.ts'

/** A row of the one catalogue of errors: what refuses a request, or what refuses a command. */
export interface ErrorRow extends Omit<RejectionRow, 'status'> {
  readonly status: number
}

/** The text of `errors.md`: every error in order of precedence, with an anchor for each code. */
export function emitErrors(rows: readonly ErrorRow[]): string {
  return `${[
    '# Errors',
    '',
    'Made from the catalogue of errors by `pnpm specs`, in order of precedence: `code` of an answer is the first row that',
    "fails, `errors[]` lists everything that fails in its stage. A bank's no is no error but data on the presentation.",
    '',
    '`retry` says what repeating does: `never` helps, only `after_fix` of the request, with the `same_key` of idempotency,',
    'or `after_inquiry` into what became of it.',
    '',
    markdownTable(
      ['code', 'status', 'title', 'remedy', 'retry'],
      rows.map(({ code, status, title, remedy, retry }) => [
        `<a id="${code}"></a>\`${code}\``,
        String(status),
        title,
        remedy,
        `\`${retry}\``,
      ]),
    ),
  ].join('\n')}\n`
}
