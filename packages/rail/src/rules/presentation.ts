import { addDays, formatIst, type Instant, isoDate } from '../calendar.ts'
import type { ProviderPolicy } from '../policy.ts'
import { debitWindow } from './debit-window.ts'
import { earliestAttempt, unboundedAttempt } from './earliest-attempt.ts'
import type { AttemptFacts, CycleFacts } from './facts.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import type { Rule } from './rule.ts'
import { rulesDate } from './rules-date.ts'

const RAIL_ATTEMPTS = 4
const RAIL_LIMITS_FROM = isoDate('2025-08-01')

/**
 * How many attempts one cycle has, the first included: the stricter of rail and provider. Before August 2025 the rail
 * had no limit.
 */
export function attemptLimit(
  policy: Pick<ProviderPolicy, 'attempts_max' | 'rules_as_of'>,
  at: Instant,
): number {
  return rulesDate(policy, at) < RAIL_LIMITS_FROM
    ? policy.attempts_max
    : Math.min(RAIL_ATTEMPTS, policy.attempts_max)
}

/** Attempts are counted: since August 2025 by the rail, one and three retries; before that by the provider alone. */
export const PRESENTATION_ATTEMPT_LIMIT: readonly Rule<AttemptLimitFacts>[] = [
  {
    ...attemptRow('A cycle has as many attempts as the provider allows.'),
    value: {},
    effective_from: LAUNCH_DATE,
    effective_until: addDays(RAIL_LIMITS_FROM, -1),
    source: 'decentro-presentation',
    assumption: true,
  },
  {
    ...attemptRow('A cycle has one attempt and at most three retries; a provider may allow fewer.'),
    value: { attempts: RAIL_ATTEMPTS },
    effective_from: RAIL_LIMITS_FROM,
    source: 'npci-oc-215a',
  },
]

interface AttemptLimitFacts {
  readonly cycle: CycleFacts
  readonly policy: ProviderPolicy
}

function attemptRow(
  title: string,
): Pick<Rule<AttemptLimitFacts>, 'id' | 'title' | 'consequence' | 'check' | 'holding'> {
  const spent = ({ cycle, policy }: AttemptLimitFacts, now: Instant): string =>
    `This cycle has spent ${cycle.attempts} of its ${attemptLimit(policy, now)} attempts.`
  return {
    id: 'presentation.attempt_limit',
    title,
    consequence: 'attempts_exhausted',
    check: (facts, now) =>
      facts.cycle.attempts < attemptLimit(facts.policy, now)
        ? null
        : {
            message: spent(facts, now),
            pointer: '',
            limit: { attempts: attemptLimit(facts.policy, now) },
          },
    holding: spent,
  }
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
