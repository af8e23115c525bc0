import {
  type AttemptFacts,
  attemptLimit,
  type DeferralReason,
  earliestAttempt,
  explainRules,
  type Instant,
  type MandateStatus,
  type RuleExplanation,
} from '@upi-autopay/rail'
import type { Facts } from '../../kernel/aggregate.ts'
import type { MandateState } from '../mandate.ts'
import { attemptFacts, wishedStart } from './facts.ts'
import { isFinal, isInFlight, lastAttempt, type Presentation } from './presentation.ts'

/** Why a debit was not made, and when it can be. */
export interface Explanation {
  readonly presentation: Presentation
  /** While it is not active nothing is debited, whatever the rules say. */
  readonly mandate_status: MandateStatus
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
  const known = attemptFacts(state, presentation, facts)
  const judged = {
    ...known,
    ...(state.cycles[presentation.cycle_key] === undefined &&
      spentBy(presentation, known, facts.now)),
    not_before: wishedStart(wish, facts.now, facts.provider.policy),
  }
  const open =
    state.mandate.status === 'active' &&
    !isFinal(presentation) &&
    !isInFlight(presentation) &&
    presentation.attempts_left > 0
  const planned =
    presentation.due_at === null
      ? null
      : { at: presentation.due_at, reason: presentation.deferred_because }
  return {
    presentation,
    mandate_status: state.mandate.status,
    rules: explainRules(judged, facts.now),
    earliest: open ? (planned ?? earliestAttempt(judged, facts.now)) : null,
  }
}

/** What a cycle that is over had spent: its counters are gone, its last debit remembers. */
function spentBy(
  presentation: Presentation,
  { instant, policy }: AttemptFacts,
  now: Instant,
): Pick<AttemptFacts, 'cycle' | 'last_attempt_at'> {
  const limit = instant ? policy.instant_attempts_max : attemptLimit(policy, now)
  return {
    cycle: {
      attempts: limit - presentation.attempts_left,
      succeeded: presentation.succeeded_at !== null,
    },
    last_attempt_at: lastAttempt(presentation)?.started_at ?? null,
  }
}
