import { attemptVectors } from './vectors-attempts.ts'
import { calendarVectors } from './vectors-calendar.ts'
import { codeVectors } from './vectors-codes.ts'
import { cycleVectors } from './vectors-cycles.ts'

/** One case of a vector file: what goes in, what must come out. */
export interface Vector {
  readonly input: Readonly<Record<string, unknown>>
  readonly expected: unknown
}

/**
 * Golden cases for programs in other languages, by file name. Instants are RFC 3339, amounts paise, days
 * `YYYY-MM-DD`.
 */
export function emitVectors(): Readonly<Record<string, readonly Vector[]>> {
  return {
    ...calendarVectors(),
    ...cycleVectors(),
    ...attemptVectors(),
    ...codeVectors(),
  }
}
