import type { Instant } from '../calendar.ts'
import { AFA_RULES } from './afa.ts'
import { applicableRules } from './applicable-rules.ts'
import type { AttemptFacts } from './facts.ts'

/** Whether the payer has to enter the PIN for an attempt, and the id of the rule that says so; null if not. */
export function pinRequired(facts: AttemptFacts, at: Instant): { readonly rule: string } | null {
  const asking = applicableRules(AFA_RULES, facts, at).find((row) => row.check(facts, at) !== null)
  return asking === undefined ? null : { rule: asking.id }
}
