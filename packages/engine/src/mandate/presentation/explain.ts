import {
  type DeferralReason,
  earliestAttempt,
  explainRules,
  type Instant,
  type RuleExplanation,
} from '@upi-autopay/rail'
import type { Facts } from '../../kernel/aggregate.ts'
import type { MandateState } from '../mandate.ts'
import { attemptFacts, wishedStart } from './facts.ts'
import { isFinal, isInFlight, type Presentation } from './presentation.ts'

/** Why a debit was not made, and when it can be. */
export interface Explanation {
  readonly presentation: Presentation
  readonly rules: readonly RuleExplanation[]
  /** The next moment at which an attempt can be made; null when there is none. */
  readonly earliest: { readonly at: Instant; readonly reason: DeferralReason | null } | null
}

/** Judges the next attempt by every rule that applies to it now, with the numbers. Changes nothing. */
export function explainPresentation(
  state: MandateState,
  presentation: Presentation,
  facts: Pick<Facts, 'now' | 'provider'>,
): Explanation {
  const wish =
    presentation.attempts.length === 0 ? presentation : { when: 'asap' as const, present_at: null }
  const judged = {
    ...attemptFacts(state, presentation, facts),
    not_before: wishedStart(wish, facts.now),
  }
  const open = !isFinal(presentation) && !isInFlight(presentation) && presentation.attempts_left > 0
  const planned =
    presentation.due_at === null
      ? null
      : { at: presentation.due_at, reason: presentation.deferred_because }
  return {
    presentation,
    rules: explainRules(judged, facts.now),
    earliest: open ? (planned ?? earliestAttempt(judged, facts.now)) : null,
  }
}
