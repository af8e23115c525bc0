import type { Instant } from '@upi-autopay/rail'
import type { LaterOutcome, Outcome } from '../ports/outcome.ts'
import type { TimerDraft } from './aggregate.ts'

/** The bank's answer that is on its way: kept as a timer. */
export interface AnswerExpected {
  readonly at: Instant
  readonly outcome: Outcome
  readonly attempt: number | null
  /** From 0: banks may answer one question more than once. */
  readonly order: number
}

/** The answers that are on their way, each with the moment at which it comes. */
export function expectedAnswers(
  later: readonly LaterOutcome[] | undefined,
  { now, attempt }: { now: Instant; attempt: number | null },
): AnswerExpected[] {
  return (later ?? []).map(({ after_ms, outcome }, order) => ({
    at: (now + after_ms) as Instant,
    outcome,
    attempt,
    order,
  }))
}

/** The timer that keeps an expected answer. Another answer of the same order to the same question takes its place. */
export function answerTimer(
  timer: (kind: 'bank_answer', at: Instant) => TimerDraft,
  { at, outcome, attempt, order }: AnswerExpected,
): TimerDraft {
  const draft = timer('bank_answer', at)
  return { ...draft, key: answerKey(draft.resource_id, attempt, order), outcome, attempt }
}

/** Where an expected answer is kept. */
export function answerKey(resource_id: string, attempt: number | null, order = 0): string {
  const asked = attempt === null ? resource_id : `${resource_id}:${attempt}`
  return `bank_answer:${asked}${order === 0 ? '' : `:${order}`}`
}
