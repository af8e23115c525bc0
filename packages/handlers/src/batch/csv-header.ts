import type { BatchKind } from '@upi-autopay/rail'

const NOTICE_COLUMNS = [
  'mandate_id',
  'mandate_reference_id',
  'amount',
  'debit_date',
  'debit_at',
  'reference_id',
]
const DEBIT_COLUMNS = ['description', 'when', 'present_at', 'retry']

/** What is wrong with the names of the columns; nothing where they will do. */
export function explainHeader(columns: readonly string[], kind: BatchKind): string[] {
  const known = kind === 'debits' ? [...NOTICE_COLUMNS, ...DEBIT_COLUMNS] : NOTICE_COLUMNS
  const isKnown = (name: string): boolean =>
    known.includes(name) || /^metadata\..{1,40}$/u.test(name)
  const missing = [
    ['mandate_id', 'mandate_reference_id'],
    ['amount'],
    ['debit_date', 'debit_at'],
    ['reference_id'],
  ]
    .filter((names) => !names.some((name) => columns.includes(name)))
    .map((names) => `there must be a column ${names.join(' or ')}`)
  const unknown = columns
    .filter((name) => !isKnown(name))
    .map(
      (name) =>
        `the column ${printable(name)} is not known for ${kind}: use ${known.join(', ')} or metadata.<key>`,
    )
  const twice = columns
    .filter((name, index) => columns.indexOf(name) !== index)
    .map((name) => `the column ${printable(name)} stands twice`)
  // A file without a first line of names has as many unknown ones as fields: the first few say enough.
  return [...missing, ...unknown.slice(0, 5), ...twice.slice(0, 5)]
}

function printable(name: string): string {
  const shown = name.replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?').slice(0, 40)
  return shown === '' ? 'without a name' : `"${shown}"`
}
