import type { RuleRow } from './rule.ts'

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
