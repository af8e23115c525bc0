import type { Instant } from '../calendar.ts'
import { AFA_RULES } from './afa.ts'
import { applicableRules } from './applicable-rules.ts'
import type { AttemptFacts } from './facts.ts'
import type { Rule, RuleRow } from './rule.ts'
import { ruleRow } from './rule-row.ts'
import type { Ruled } from './rules-date.ts'
import { HOLD_RULES, PRESENTATION_RULES } from './tables.ts'
import { TIMING_RULES } from './timing-rules.ts'

/** What one rule says of an attempt. */
export interface RuleExplanation {
  readonly rule: RuleRow
  readonly holds: boolean
  /** A sentence with the numbers, whether the rule holds or not. */
  readonly message: string
  readonly limit?: Readonly<Record<string, number | string>>
}

/** Every rule that applies to an attempt at a moment, pass or fail: holds, refusals, then waits, then the PIN. */
export function explainRules(facts: AttemptFacts, at: Instant): RuleExplanation[] {
  const rules: readonly Rule<AttemptFacts>[] = [
    ...HOLD_RULES,
    ...PRESENTATION_RULES,
    ...TIMING_RULES,
    ...AFA_RULES,
  ]
  return explainTable(rules, facts, at)
}

/** The same for any table: every row that applies, pass or fail, in table order. */
export function explainTable<F extends Ruled>(
  rules: readonly Rule<F>[],
  facts: F,
  at: Instant,
): RuleExplanation[] {
  return applicableRules(rules, facts, at).map((rule) => {
    const finding = rule.check(facts, at)
    const limit = finding?.limit
    return {
      rule: ruleRow(rule),
      holds: finding === null,
      message: finding?.message ?? rule.holding?.(facts, at) ?? rule.title,
      ...(limit && { limit }),
    }
  })
}
