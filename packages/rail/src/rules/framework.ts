import { addDays, isoDate } from '../calendar.ts'
import type { RuleRow } from './rule.ts'
import type { SourceKey } from './sources.ts'

/** The day from which the central bank's e-mandate framework stands in the place of eight older circulars. */
export const FRAMEWORK_FROM = isoDate('2026-04-21')

/**
 * One demand as two rows: by the circular that made it until the framework came, and by the framework since.
 * What is demanded is the same; what is cited is not.
 */
export function restated<R extends RuleRow>(rule: R, before: SourceKey): readonly [R, R] {
  return [
    { ...rule, source: before, effective_until: addDays(FRAMEWORK_FROM, -1) },
    { ...rule, source: 'rbi-2026', effective_from: FRAMEWORK_FROM },
  ]
}
