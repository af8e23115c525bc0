import {
  type AttemptFacts,
  attemptLimit,
  type EarliestAttempt,
  earliestAttempt,
  type Instant,
  lastMoment,
} from '@upi-autopay/rail'
import type { MandateState } from '../mandate.ts'
import { fitsTerms } from './fits-terms.ts'
import { attemptInDoubt, earlierInDoubt, type Presentation } from './presentation.ts'

/**
 * When the next attempt can be made, from a moment on; null when none can. Whoever plans, makes or explains an attempt
 * asks here, so that a moment that is named is one that is kept.
 */
export function nextChance(
  state: Pick<MandateState, 'mandate' | 'presentations'>,
  cycle_key: string,
  judged: AttemptFacts,
  now: Instant,
): EarliestAttempt | null {
  if (state.mandate.ended_at !== null || judged.cycle.succeeded) return null
  if (isInDoubt(state, cycle_key)) return null
  const { amount, notice, mandate, policy } = judged
  // New terms may have come while it was on its way to the bank.
  if (!fitsTerms({ amount, debit_date: notice?.debit_date ?? null }, mandate, { now, policy }))
    return null
  const limit = judged.instant ? policy.instant_attempts_max : attemptLimit(policy, now)
  return judged.cycle.attempts >= limit ? null : earliestAttempt(judged, now)
}

/** Whether nobody knows what became of an attempt in the cycle: another would perhaps be the second that is paid. */
function isInDoubt({ presentations }: Pick<MandateState, 'presentations'>, key: string): boolean {
  for (const id in presentations) {
    const one = presentations[id]
    if (one?.cycle_key === key && inDoubt(one)) return true
  }
  return false
}

function inDoubt(one: Presentation): boolean {
  return attemptInDoubt(one) !== undefined || earlierInDoubt(one) !== undefined
}

/** An instant debit has no notice whose day ends it: its window does. Null for any other. */
export function endOfInstant(judged: AttemptFacts): Instant | null {
  return judged.instant ? ((lastMoment(judged) + 1) as Instant) : null
}
