import {
  type AttemptFacts,
  attemptLimit,
  type DeferralReason,
  explainRules,
  type Instant,
  inquiryDelays,
  type MandateStatus,
  pinRequired,
  type RuleExplanation,
} from '@upi-autopay/rail'
import type { MandateState } from '../mandate.ts'
import { attemptFacts, type PresentFacts } from './facts.ts'
import { nextChance } from './next-chance.ts'
import {
  isFinal,
  isInFlight,
  isOpenAttempt,
  lastAttempt,
  type Presentation,
} from './presentation.ts'

/** Why a debit was not made, and when it can be; also of one that was only thought of. */
export interface Explanation {
  /** Null for a preview. */
  readonly presentation: Presentation | null
  readonly mandate_id: string
  /** While it is not active nothing is debited, whatever the rules say. */
  readonly mandate_status: MandateStatus
  readonly rules: readonly RuleExplanation[]
  /** The next moment at which an attempt can be made; null when there is none, or nobody can name it during a pause or stop. */
  readonly earliest: { readonly at: Instant; readonly reason: DeferralReason | null } | null
  /** Whether the payer would enter the PIN at that moment, or now where there is none. */
  readonly requires_pin: boolean
  /** When the bank is asked again what became of it; null where no question is planned. */
  readonly next_inquiry_at: Instant | null
  /** What stands in the way of making it at all: an open debit or notice of its cycle, a notice that cannot be used. */
  readonly blocked_by: Blocker | null
}

/** A resource that stands in the way. */
export interface Blocker {
  readonly object: 'notification' | 'presentation'
  readonly id: string
  readonly status: string
}

/** Judges the next attempt by every rule that applies to it now, with the numbers. Changes nothing. */
export function explainPresentation(
  state: MandateState,
  presentation: Presentation,
  facts: PresentFacts,
): Explanation {
  const { now } = facts
  const known = attemptFacts(state, presentation, facts)
  const { due_at, deferred_because } = presentation
  const judged = {
    ...known,
    ...(state.cycles[presentation.cycle_key] === undefined && spentBy(presentation, known, now)),
    not_before: due_at === null ? null : { at: due_at, reason: deferred_because },
  }
  const open =
    state.mandate.status === 'active' &&
    !known.debits_stopped &&
    !isFinal(presentation) &&
    !isInFlight(presentation)
  const earliest = open ? nextChance(state, presentation.cycle_key, judged, now) : null
  return {
    presentation,
    mandate_id: state.mandate.id,
    mandate_status: state.mandate.status,
    rules: explainRules(judged, now),
    earliest,
    requires_pin: pinRequired(judged, earliest?.at ?? now) !== null,
    next_inquiry_at: nextInquiryAt(presentation, facts),
    blocked_by: null,
  }
}

function nextInquiryAt(
  presentation: Presentation,
  { now, provider }: Pick<PresentFacts, 'now' | 'provider'>,
): Instant | null {
  // Also the later one of a debit that an earlier one has paid meanwhile.
  const attempt = presentation.attempts.find(isOpenAttempt)
  if (attempt === undefined || attempt.inquire_from === null) return null
  const delays = inquiryDelays(provider.policy)
  const [first = 0] = delays
  const next = delays[attempt.inquiries]
  return next === undefined ? null : (Math.max(attempt.inquire_from + next - first, now) as Instant)
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
