import { type DeferralReason, type Instant, pinRequired } from '@upi-autopay/rail'
import type { Decision, Facts } from '../../kernel/aggregate.ts'
import { type MandateStreamEvent, notificationEvent, presentationEvent } from '../events.ts'
import type { MandateState } from '../mandate.ts'
import { rejectPresentationState } from '../state-conflict.ts'
import { attemptFacts } from './facts.ts'
import { endOfInstant, nextChance } from './next-chance.ts'
import { lastAttempt, type Presentation } from './presentation.ts'

/** The moment of a planned attempt has come: make it, move it, or give the debit up. */
export function attemptPresentation(
  state: MandateState,
  presentation: Presentation,
  facts: Facts,
): MandateStreamEvent[] {
  if (presentation.status !== 'scheduled' && presentation.status !== 'retry_scheduled') return []
  if (presentation.due_at === null || presentation.due_at > facts.now) return []
  const judged = attemptFacts(state, presentation, facts)
  const chance = nextChance(state, judged, facts.now)
  if (chance === null) {
    const decline = lastAttempt(presentation)?.decline ?? null
    return [presentationEvent('presentation.failed', presentation.id, { decline })]
  }
  if (chance.at > facts.now) {
    return [
      presentationEvent('presentation.deferred', presentation.id, {
        due_at: chance.at,
        reason: chance.reason,
      }),
    ]
  }
  const reason = heldBack(state, facts)
  if (reason !== null) {
    // Whatever ends the hold looks at it again; the window's end closes it. A stop holds by its timer, which has fired.
    if (reason === 'mandate_paused' && presentation.deferred_because === reason) return []
    const until = endOfInstant(judged)
    return [presentationEvent('presentation.held', presentation.id, { reason, until })]
  }
  const authentication = pinRequired(judged, facts.now) === null ? 'none' : 'pin'
  const number = presentation.attempts.length + 1
  return [
    ...useNotice(state, presentation),
    presentationEvent('presentation.processing', presentation.id, {
      attempt: number,
      authentication,
      attempts_left: presentation.attempts_left - 1,
    }),
  ]
}

/**
 * Asked between lease and sending: has anything happened that forbids it? A backlog may have run into peak
 * hours, the mandate may be revoked. The attempt that was not made is not spent. Refused for an attempt that is no
 * longer to be made: its debit has ended meanwhile, or somebody has heard of it.
 */
export function confirmSending(
  state: MandateState,
  presentation: Presentation,
  attempt: number,
  facts: Facts,
): Decision<MandateStreamEvent> {
  return isUnsent(presentation, attempt)
    ? { ok: true, events: takeBack(state, presentation, facts) }
    : rejectPresentationState(presentation, `attempt ${attempt} is no longer to be made`)
}

/** Whether an attempt was decided upon and nobody has said a word of it yet. */
function isUnsent(presentation: Presentation, number: number): boolean {
  const attempt = lastAttempt(presentation)
  return (
    presentation.status === 'processing' &&
    attempt?.number === number &&
    attempt.status === 'processing' &&
    attempt.inquire_from === null
  )
}

/** Why the attempt must not go out now, and what becomes of its debit; nothing where it may. */
function takeBack(
  state: MandateState,
  presentation: Presentation,
  facts: Facts,
): MandateStreamEvent[] {
  const { id } = presentation
  // What was not made is taken back before the debit ends, so that its cycle does not count it.
  const back = (due_at: Instant, reason: DeferralReason | null): MandateStreamEvent =>
    presentationEvent('presentation.withdrawn', id, { due_at, reason })
  if (state.mandate.ended_at !== null)
    return [back(facts.now, null), presentationEvent('presentation.cancelled', id, {})]
  const judged = attemptFacts(withoutAttempt(state, presentation), presentation, facts)
  const chance = nextChance(state, judged, facts.now)
  if (chance === null) {
    const decline = presentation.attempts.at(-2)?.decline ?? null
    return [back(facts.now, null), presentationEvent('presentation.failed', id, { decline })]
  }
  if (chance.at === facts.now && facts.account.debits_stopped)
    return [back(facts.now, 'debits_stopped')]
  if (chance.at === facts.now && state.mandate.status === 'active') return []
  return [back(chance.at, chance.reason)]
}

/** What holds every debit of the mandate back, whatever the rules say; null when nothing does. */
function heldBack(
  state: MandateState,
  { account }: Pick<Facts, 'account'>,
): 'mandate_paused' | 'debits_stopped' | null {
  if (state.mandate.status === 'paused') return 'mandate_paused'
  return account.debits_stopped ? 'debits_stopped' : null
}

function withoutAttempt(state: MandateState, presentation: Presentation): MandateState {
  const counters = state.cycles[presentation.cycle_key]
  if (counters === undefined) return state
  const before = {
    ...counters,
    attempts: counters.attempts - 1,
    last_attempt_at: attemptBefore(presentation),
  }
  return {
    ...state,
    cycles: { ...state.cycles, [presentation.cycle_key]: before },
    instant_attempts: state.instant_attempts - (presentation.instant ? 1 : 0),
  }
}

/** When the attempt before the present one was made. */
function attemptBefore(presentation: Presentation): Instant | null {
  return presentation.attempts[presentation.attempts.length - 2]?.started_at ?? null
}

function useNotice(state: MandateState, presentation: Presentation): MandateStreamEvent[] {
  const notification =
    presentation.notification_id === null
      ? undefined
      : state.notifications[presentation.notification_id]
  return notification?.status === 'delivered'
    ? [notificationEvent('notification.used', notification.id, {})]
    : []
}
