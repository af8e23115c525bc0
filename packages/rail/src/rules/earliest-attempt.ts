import { endOfIstDay, type Instant } from '../calendar.ts'
import type { DeferralReason } from '../vocabulary.ts'
import { applicableRules } from './applicable-rules.ts'
import { debitWindow } from './debit-window.ts'
import type { AttemptFacts } from './facts.ts'
import { TIMING_RULES } from './timing-rules.ts'

/** When an attempt can be made, and what it waits for (null: for nothing). */
export interface EarliestAttempt {
  readonly at: Instant
  readonly reason: DeferralReason | null
}

/**
 * The earliest moment from `at` on at which all timing rules let the attempt be made, with the reason that moved it
 * last. Null when the notice's window, or the instant one, has no such moment left.
 */
export function earliestAttempt(facts: AttemptFacts, at: Instant): EarliestAttempt | null {
  const earliest = unboundedAttempt(facts, at)
  return earliest.at > lastMoment(facts) ? null : earliest
}

/** The same without regard to the window's end, for messages that say by how much it was missed. */
export function unboundedAttempt(facts: AttemptFacts, at: Instant): EarliestAttempt {
  let earliest: EarliestAttempt = { at, reason: null }
  if (facts.not_before !== null && facts.not_before.at > at) earliest = facts.not_before
  // Each step satisfies the rules before it or moves on; only peak hours come again, so a few rounds suffice.
  for (;;) {
    const moved = step(facts, earliest)
    if (moved.at === earliest.at) return earliest
    earliest = moved
  }
}

/** The last moment of the debit's window, included; where no notice names a day, that of the mandate. */
export function lastMoment(facts: AttemptFacts): Instant {
  if (facts.instant) return (facts.activated_at + INSTANT_WINDOW_MINUTES * 60_000) as Instant
  const until =
    facts.notice === null
      ? endOfIstDay(facts.mandate.end_date)
      : debitWindow(facts.notice, facts.policy).until
  return (until - 1) as Instant
}

/** The number of `instant.window`: minutes after activation in which a debit needs no notice. */
export const INSTANT_WINDOW_MINUTES = 5

function step(facts: AttemptFacts, from: EarliestAttempt): EarliestAttempt {
  let earliest = from
  for (const rule of applicableRules(TIMING_RULES, facts, from.at)) {
    const at = rule.next(facts, earliest.at)
    if (at > earliest.at) earliest = { at, reason: rule.reason }
  }
  return earliest
}
