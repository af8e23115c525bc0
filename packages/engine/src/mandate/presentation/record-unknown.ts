import { type Instant, inquiryDelays } from '@upi-autopay/rail'
import type { Facts } from '../../kernel/aggregate.ts'
import { expectedAnswers } from '../../kernel/expected-answers.ts'
import type { RecordOutcome } from '../../kernel/work-commands.ts'
import type { Outcome } from '../../ports/outcome.ts'
import { type MandateStreamEvent, presentationEvent } from '../events.ts'
import { type Attempt, attemptOf, isOpenAttempt, type Presentation } from './presentation.ts'

/** What comes with the word that nobody can say: the answers on their way, and what the simulated bank did. */
export type Doubt = Pick<Extract<Outcome, { result: 'unknown' }>, 'later' | 'truth'>

/**
 * Nobody can say yet what became of the attempt under way. Nothing is repeated; the bank is asked as often as the rail
 * allows, and after that only the bank or an operator can tell.
 */
export function recordUnknown(
  presentation: Presentation,
  attempt: Attempt,
  { later, truth }: Doubt,
  { inquiry = false }: Pick<RecordOutcome, 'inquiry'>,
  facts: Facts,
): MandateStreamEvent[] {
  const { id } = presentation
  const { number } = attempt
  const expected = expectedAnswers(later, { now: facts.now, attempt: number }).map((one) =>
    presentationEvent('presentation.answer_expected', id, one),
  )
  const unknown =
    presentation.outcome === null
      ? [
          presentationEvent('presentation.outcome_unknown', id, {
            attempt: number,
            truth: truth ?? null,
            inquire_at: attempt.inquire_from === null ? firstInquiryAt(attempt, facts) : null,
          }),
        ]
      : []
  const asked = attempt.inquiries >= inquiryDelays(facts.provider.policy).length
  return [...unknown, ...(inquiry && asked ? unresolve(presentation) : []), ...expected]
}

/** Asked as often as the rail allows: from here on only the bank or an operator can tell. Said once. */
function unresolve({ id, outcome }: Presentation): MandateStreamEvent[] {
  return outcome === 'unresolved' ? [] : [presentationEvent('presentation.unresolved', id, {})]
}

/** The moment of a status inquiry has come: the bank is asked, unless it has answered meanwhile. */
export function inquire(
  presentation: Presentation,
  number: number | null,
  facts: Facts,
): MandateStreamEvent[] {
  const attempt = attemptOf(presentation, number)
  if (attempt === undefined || !isOpenAttempt(attempt) || attempt.inquire_from === null) return []
  const delays = inquiryDelays(facts.provider.policy)
  const made = attempt.inquiries + 1
  if (made > delays.length) return presentation.outcome === null ? [] : unresolve(presentation)
  const [first = 0] = delays
  const next = delays[made]
  // After a standstill the questions that are late are not put all at once: each answer is given its time.
  const next_at =
    next === undefined
      ? null
      : soonest(attempt.inquire_from + next - first, (facts.now + first) as Instant)
  return [
    presentationEvent('presentation.inquired', presentation.id, {
      attempt: attempt.number,
      inquiry: made,
      next_at,
    }),
  ]
}

/**
 * When the bank is first asked about an attempt: counted from its beginning, or from now where the payer or the bank
 * took so long that this has passed. Null where the provider allows no inquiries.
 */
export function firstInquiryAt(attempt: Attempt, facts: Facts): Instant | null {
  const [first] = inquiryDelays(facts.provider.policy)
  if (first === undefined) return null
  return (inquiriesFrom(attempt, first, facts.now) + first) as Instant
}

function inquiriesFrom(attempt: Attempt, first: number, now: Instant): Instant {
  return attempt.started_at + first < now ? now : attempt.started_at
}

function soonest(at: number, now: Instant): Instant {
  return Math.max(at, now) as Instant
}
