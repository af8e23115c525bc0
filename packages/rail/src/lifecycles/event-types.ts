import { LIFECYCLES } from './index-table.ts'

type Row = (typeof LIFECYCLES)[keyof typeof LIFECYCLES]['transitions'][number]

/** Every type of the stored log. */
export type EventType = Row['on']

/** The types that merchants are told of. */
export type PublicEventType = Extract<Row, { readonly public: true }>['on']

/** Every type of the stored log, in the order of the tables. */
export const EVENT_TYPES = distinct(rows().map((row) => row.on))

/** The types that merchants are told of, in the order of the tables. */
export const PUBLIC_EVENT_TYPES = distinct(
  rows()
    .filter(isPublic)
    .map((row) => row.on),
)

const TOLD: ReadonlySet<string> = new Set(PUBLIC_EVENT_TYPES)

/** Whether merchants are told of a type. */
export function isPublicEventType(type: string): type is PublicEventType {
  return TOLD.has(type)
}

function rows(): readonly Row[] {
  return Object.values(LIFECYCLES).flatMap((lifecycle): readonly Row[] => lifecycle.transitions)
}

function isPublic(row: Row): row is Extract<Row, { readonly public: true }> {
  return row.public
}

function distinct<T>(values: readonly T[]): readonly [T, ...T[]] {
  const [first, ...rest] = new Set(values)
  if (first === undefined) throw new Error('a table without events')
  return [first, ...rest]
}
