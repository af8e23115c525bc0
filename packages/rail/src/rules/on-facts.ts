import type { Instant } from '../calendar.ts'
import type { Rule } from './rule.ts'

/** The same row over other facts, which `project` turns into those that the row knows. */
export function onFacts<F, G>(rule: Rule<F>, project: (facts: G, now: Instant) => F): Rule<G> {
  const { applies, check, holding, ...row } = rule
  return {
    ...row,
    ...(applies && { applies: (facts: G, now: Instant) => applies(project(facts, now), now) }),
    check: (facts, now) => check(project(facts, now), now),
    ...(holding && { holding: (facts: G, now: Instant) => holding(project(facts, now), now) }),
  }
}
