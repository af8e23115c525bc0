import type { Instant } from '../calendar.ts'
import type { DeferralReason } from '../vocabulary.ts'
import type { AttemptFacts } from './facts.ts'
import type { Rule } from './rule.ts'

/** A rule whose breach is no refusal but a wait. */
export interface TimingRule extends Rule<AttemptFacts> {
  readonly consequence: 'defers'
  /** What a debit that waits for this rule shows as its reason. */
  readonly reason: DeferralReason
  /** The earliest moment from `at` on that satisfies the rule. */
  readonly next: (facts: AttemptFacts, at: Instant) => Instant
}
