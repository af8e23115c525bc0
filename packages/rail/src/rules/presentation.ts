import { formatIst, type Instant, isoDate } from '../calendar.ts'
import type { ProviderPolicy } from '../policy.ts'
import { debitWindow } from './debit-window.ts'
import { earliestAttempt, unboundedAttempt } from './earliest-attempt.ts'
import type { AttemptFacts, CycleFacts } from './facts.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import type { Rule } from './rule.ts'

const RAIL_ATTEMPTS = 4

/** How many attempts one cycle has, the first included: the stricter of rail and provider. */
export function attemptLimit(policy: Pick<ProviderPolicy, 'attempts_max'>): number {
  return Math.min(RAIL_ATTEMPTS, policy.attempts_max)
}

/** One attempt and three retries for a cycle. */
export const PRESENTATION_ATTEMPT_LIMIT: Rule<{
  readonly cycle: CycleFacts
  readonly policy: ProviderPolicy
}> = {
  id: 'presentation.attempt_limit',
  title: 'A cycle has one attempt and at most three retries; a provider may allow fewer.',
  value: { attempts: RAIL_ATTEMPTS },
  effective_from: isoDate('2025-08-01'),
  source: 'npci-oc-215a',
  consequence: 'attempts_exhausted',
  check: ({ cycle, policy }) =>
    cycle.attempts < attemptLimit(policy)
      ? null
      : {
          message: `This cycle has spent ${cycle.attempts} of its ${attemptLimit(policy)} attempts.`,
          pointer: '',
          limit: { attempts: attemptLimit(policy) },
        },
  holding: ({ cycle, policy }) =>
    `This cycle has spent ${cycle.attempts} of its ${attemptLimit(policy)} attempts.`,
}

/** A notified debit happens on its day or not at all. */
export const PRESENTATION_WINDOW: Rule<AttemptFacts> = {
  id: 'presentation.window',
  title: 'A notified debit is made by the end of the Indian day that its notice names.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'assumption',
  assumption: true,
  consequence: 'debit_window_closed',
  applies: ({ instant, notice }) => !instant && notice !== null,
  check: (facts, now) => {
    const until = windowEnd(facts)
    if (until === null || earliestAttempt(facts, now) !== null) return null
    const missed = unboundedAttempt(facts, now).at
    return {
      message:
        now >= until
          ? `The window of this debit ended at ${formatIst(until)}; it is ${formatIst(now)}.`
          : `The earliest moment possible is ${formatIst(missed)}, but the window of this debit ends at ${formatIst(until)}.`,
      pointer: '',
      limit: { until: formatIst(until) },
    }
  },
  holding: (facts) => {
    const until = windowEnd(facts)
    return until === null
      ? 'No window ends this debit.'
      : `The window of this debit is open until ${formatIst(until)}.`
  },
}

function windowEnd({ notice, policy }: AttemptFacts): Instant | null {
  return notice === null ? null : debitWindow(notice, policy).until
}
