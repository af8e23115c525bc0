import { z } from 'zod'

/** A table as RFC 4180 has it: a line of names, then a line per record. Long ones come in pieces, so that none is whole in memory. */
export const CsvText = z
  .custom<CsvPieces | string>(
    (value) => typeof value === 'string' || isPieces(value),
    'must be text or pieces of text',
  )
  .meta({ override: { type: 'string' } })

/** The text of a table, piece by piece. */
export type CsvPieces = AsyncIterable<string>

function isPieces(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}
