import { formatIst, type Instant } from '../calendar.ts'
import { INSTANT_WINDOW_MINUTES } from './earliest-attempt.ts'
import type { AttemptFacts } from './facts.ts'
import { LAUNCH_DATE } from './launch-date.ts'
import type { Rule } from './rule.ts'

/** How often an instant debit may be tried is the provider's matter. */
export const INSTANT_ATTEMPTS: Rule<AttemptFacts> = {
  id: 'instant.attempts',
  title: 'An instant debit is tried as often as the provider allows, usually once.',
  value: {},
  effective_from: LAUNCH_DATE,
  source: 'assumption',
  assumption: true,
  consequence: 'attempts_exhausted',
  applies: ({ instant }) => instant,
  check: ({ cycle, policy }) =>
    cycle.attempts < policy.instant_attempts_max
      ? null
      : {
          message: `The instant debit has been tried ${cycle.attempts} of ${policy.instant_attempts_max} times.`,
          pointer: '/instant',
          limit: { attempts: policy.instant_attempts_max },
        },
  holding: ({ cycle, policy }) =>
    `The instant debit has been tried ${cycle.attempts} of ${policy.instant_attempts_max} times.`,
}

/** Right after registration a debit needs no notice. */
export const INSTANT_WINDOW: Rule<AttemptFacts> = {
  id: 'instant.window',
  title: 'A debit without notice is made within five minutes of the activation of its mandate.',
  value: { minutes: INSTANT_WINDOW_MINUTES },
  effective_from: LAUNCH_DATE,
  source: 'npci-oc-151a',
  consequence: 'instant_window_closed',
  applies: ({ instant }) => instant,
  check: (facts, now) =>
    // The window alone: that a repeat would have to wait longer than it lasts is another rule's matter.
    asked(facts, now) <= windowEnd(facts)
      ? null
      : {
          message: `The mandate became active at ${formatIst(facts.activated_at)}; its ${INSTANT_WINDOW_MINUTES} minutes for an instant debit end at ${formatIst(windowEnd(facts))}, and the debit is asked for at ${formatIst(asked(facts, now))}.`,
          pointer: '/instant',
          limit: { minutes: INSTANT_WINDOW_MINUTES, until: formatIst(windowEnd(facts)) },
        },
  holding: (facts) =>
    `The mandate became active at ${formatIst(facts.activated_at)}; an instant debit is possible until ${formatIst(windowEnd(facts))}.`,
}

/** When the debit is to be made: now, or when the merchant wants it. */
function asked({ not_before }: AttemptFacts, now: Instant): Instant {
  return not_before !== null && not_before.at > now ? not_before.at : now
}

function windowEnd({ activated_at }: AttemptFacts): Instant {
  return (activated_at + INSTANT_WINDOW_MINUTES * 60_000) as Instant
}
