import type { Vector } from './vector.ts'
import { attemptVectors } from './vectors-attempts.ts'
import { calendarVectors } from './vectors-calendar.ts'
import { codeVectors } from './vectors-codes.ts'
import { cycleVectors } from './vectors-cycles.ts'

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
