import type { Instant } from '../calendar.ts'
import { applicableRules } from './applicable-rules.ts'
import type { Rule, Violation } from './rule.ts'

/**
 * Every violation of the rows in force on the Indian day of `now`, in table order, which is the order of precedence.
 * For tables of refusals: a row that makes a debit wait or asks for a PIN refuses nothing and is passed over.
 */
export function checkRules<F>(rules: readonly Rule<F>[], facts: F, now: Instant): Violation[] {
  return applicableRules(rules, facts, now).flatMap((rule) => {
    if (rule.consequence === 'defers' || rule.consequence === 'requires_pin') return []
    const finding = rule.check(facts, now)
    return finding === null ? [] : [{ rule: rule.id, code: rule.consequence, ...finding }]
  })
}
