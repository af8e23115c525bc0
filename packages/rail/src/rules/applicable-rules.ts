import type { Instant, IsoDate } from '../calendar.ts'
import type { Rule, RuleRow } from './rule.ts'
import { type Ruled, rulesDate } from './rules-date.ts'

/** The rows of a table that are in force at a moment and speak of the facts, in table order. */
export function applicableRules<F extends Ruled, R extends Rule<F>>(
  rules: readonly R[],
  facts: F,
  now: Instant,
): R[] {
  const date = rulesDate(facts.policy, now)
  return rules.filter((rule) => inForce(rule, date) && (rule.applies?.(facts, now) ?? true))
}

/** Whether a row is in force on an Indian day. */
export function inForce(
  rule: Pick<RuleRow, 'effective_from' | 'effective_until'>,
  date: IsoDate,
): boolean {
  return (
    date >= rule.effective_from &&
    (rule.effective_until === undefined || date <= rule.effective_until)
  )
}
