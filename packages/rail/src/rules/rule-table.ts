import type { IsoDate } from '../calendar.ts'
import { AFA_RULES } from './afa.ts'
import { inForce } from './applicable-rules.ts'
import type { RuleRow } from './rule.ts'
import { NOTICE_RULES, PRESENTATION_RULES, REGISTRATION_RULES } from './tables.ts'
import { TIMING_RULES } from './timing-rules.ts'

/** Every row once, without its functions, in the order in which a mandate meets them. */
export const RULES: readonly RuleRow[] = distinct(
  [
    ...REGISTRATION_RULES,
    ...NOTICE_RULES,
    ...PRESENTATION_RULES,
    ...TIMING_RULES,
    ...AFA_RULES,
  ].map(ruleRow),
)

/** The rows in force on an Indian day. */
export function rulesAt(date: IsoDate): readonly RuleRow[] {
  return RULES.filter((row) => inForce(row, date))
}

/** The facts-free columns of a row. */
export function ruleRow(rule: RuleRow): RuleRow {
  return {
    id: rule.id,
    title: rule.title,
    value: rule.value,
    effective_from: rule.effective_from,
    ...(rule.effective_until !== undefined && { effective_until: rule.effective_until }),
    source: rule.source,
    ...(rule.assumption && { assumption: rule.assumption }),
    consequence: rule.consequence,
  }
}

/** A row serves several tables; one id has several rows only where their titles or first days differ. */
function distinct(rows: readonly RuleRow[]): readonly RuleRow[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const key = `${row.id} ${row.effective_from} ${row.title}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
