import type { Instant } from '@upi-autopay/rail'
import type { Facts } from '../../kernel/aggregate.ts'
import { type Decline, toDecline } from '../../kernel/decline.ts'
import { expectedAnswers } from '../../kernel/expected-answers.ts'
import type { RecordOutcome } from '../../kernel/work-commands.ts'
import type { Outcome } from '../../ports/outcome.ts'
import { type MandateStreamEvent, presentationEvent } from '../events.ts'
import type { MandateState } from '../mandate.ts'
import { revocation } from '../registration/revoke.ts'
import { attemptFacts } from './facts.ts'
import { endOfInstant, nextChance } from './next-chance.ts'
import {
  type Attempt,
  attemptUnderWay,
  earlierInDoubt,
  lastAttempt,
  type Presentation,
} from './presentation.ts'
import { recordLate } from './record-late.ts'
import { recordSuccess } from './record-success.ts'
import { firstInquiryAt, recordUnknown } from './record-unknown.ts'
import { releaseNotice } from './release-notice.ts'

/** What the provider says of one attempt: the one under way, or one that the debit has gone on from. */
export function recordDebit(
  state: MandateState,
  presentation: Presentation,
  report: Pick<RecordOutcome, 'attempt' | 'outcome' | 'inquiry'>,
  facts: Facts,
): MandateStreamEvent[] {
  const { outcome } = report
  const number = report.attempt ?? lastAttempt(presentation)?.number ?? 1
  if (outcome.result === 'accepted' && outcome.state === 'done')
    return recordSuccess(state, presentation, { number, ...outcome.references }, facts)
  const attempt = attemptUnderWay(presentation)
  if (attempt?.number !== number) return recordLate(presentation, { number, outcome }, facts)
  switch (outcome.result) {
    case 'accepted':
      // Asked what became of it, a provider that only has it still cannot say.
      return report.inquiry === true && outcome.state === 'acknowledged'
        ? recordUnknown(presentation, attempt, outcome, report, facts)
        : recordAccepted(state, presentation, { attempt, outcome }, facts)
    case 'declined': {
      const decline = toDecline(outcome)
      // A time-out somewhere on the way is no no: the money may have moved.
      return decline.advice === 'after_inquiry'
        ? recordUnknown(presentation, attempt, {}, report, facts)
        : recordDecline(state, presentation, decline, facts)
    }
    case 'unknown':
      return recordUnknown(presentation, attempt, outcome, report, facts)
    case 'not_sent':
      // Who has asked the payer has received it: such a no is believed only when it has been asked about.
      if (presentation.status === 'awaiting_payer')
        return recordUnknown(presentation, attempt, {}, report, facts)
      return withdraw(state, presentation, facts)
    default:
      return outcome satisfies never
  }
}

/** Taken by the provider, not decided: the payer is asked, or the bank's answer is awaited. */
function recordAccepted(
  { mandate }: MandateState,
  presentation: Presentation,
  {
    attempt,
    outcome,
  }: {
    readonly attempt: Attempt
    readonly outcome: Extract<Outcome, { result: 'accepted' }>
  },
  facts: Facts,
): MandateStreamEvent[] {
  const { id } = presentation
  const { number } = attempt
  const expected = expectedAnswers(outcome.later, { now: facts.now, attempt: number }).map((one) =>
    presentationEvent('presentation.answer_expected', id, one),
  )
  if (presentation.status !== 'processing') return expected
  if (outcome.state === 'awaiting_payer') {
    const expires_at = (facts.now + facts.provider.policy.pin_expiry_minutes * 60_000) as Instant
    const waits = presentationEvent('presentation.awaiting_payer', id, { expires_at })
    // No PIN counts for a mandate that has ended meanwhile.
    return mandate.ended_at === null
      ? [waits, ...expected]
      : [waits, ...expected, presentationEvent('presentation.cancelled', id, {})]
  }
  // No answer is known to be on its way: should none come, the bank is asked.
  if (expected.length === 0 && attempt.inquire_from === null) {
    const inquire_at = firstInquiryAt(attempt, facts)
    return inquire_at === null
      ? []
      : [presentationEvent('presentation.acknowledged', id, { attempt: number, inquire_at })]
  }
  return expected
}

/** It surely did not happen: it is planned again, unless its mandate has ended or an earlier attempt is in doubt. */
function withdraw(
  state: MandateState,
  presentation: Presentation,
  facts: Facts,
): MandateStreamEvent[] {
  const { id } = presentation
  const back = { due_at: resendAt(facts.now), reason: null }
  const withdrawn = presentationEvent('presentation.withdrawn', id, back)
  if (state.mandate.ended_at !== null)
    return [withdrawn, presentationEvent('presentation.cancelled', id, {})]
  if (earlierInDoubt(presentation) !== undefined)
    return [withdrawn, presentationEvent('presentation.failed', id, { decline: null })]
  return [withdrawn, ...releaseNotice(state, presentation, facts)]
}

/** A provider that could not be reached is left alone for a minute. */
function resendAt(now: Instant): Instant {
  return (now + 60_000) as Instant
}

/** A refused attempt: over for good, left to the caller, or planned again. */
export function recordDecline(
  state: MandateState,
  presentation: Presentation,
  decline: Decline,
  facts: Facts,
): MandateStreamEvent[] {
  const { id } = presentation
  const judged = attemptFacts(state, presentation, facts)
  const next =
    decline.advice === 'never' || presentation.attempts_left <= 0
      ? null
      : nextChance(state, presentation.cycle_key, judged, facts.now)
  if (next === null) {
    const failed = presentationEvent('presentation.failed', id, { decline })
    // The bank knows more than we were told: the mandate is gone.
    return decline.reason === 'mandate_revoked' && state.mandate.ended_at === null
      ? [failed, ...revocation(state, 'rail', { id, decline })]
      : [failed]
  }
  if (presentation.retry === 'auto') {
    return [
      presentationEvent('presentation.retry_scheduled', id, {
        decline,
        due_at: next.at,
        reason: next.reason,
      }),
    ]
  }
  return [presentationEvent('presentation.declined', id, { decline, until: endOfInstant(judged) })]
}
