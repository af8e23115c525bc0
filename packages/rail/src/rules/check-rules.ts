import type { Instant } from '../calendar.ts'
import { applicableRules } from './applicable-rules.ts'
import { isRefusal, type Rule, type Violation } from './rule.ts'
import { ruleRow } from './rule-row.ts'
import type { Ruled } from './rules-date.ts'

/**
 * Every violation of the rows in force, in table order, which is the order of precedence. In force are those of the
 * Indian day of `now`, or of the day that the policy names.
 * For tables of refusals: a row that makes a debit wait or asks for a PIN refuses nothing and is passed over.
 */
export function checkRules<F extends Ruled>(
  rules: readonly Rule<F>[],
  facts: F,
  now: Instant,
): Violation[] {
  return applicableRules(rules, facts, now).flatMap((rule) => {
    const { consequence } = rule
    if (!isRefusal(consequence)) return []
    const finding = rule.check(facts, now)
    return finding === null
      ? []
      : [{ rule: rule.id, row: ruleRow(rule), code: consequence, ...finding }]
  })
}
