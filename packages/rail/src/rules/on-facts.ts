import type { Instant } from '../calendar.ts'
import type { Rule } from './rule.ts'

/**
 * The same row over other facts, which `project` turns into those that the row knows.
 *
 * @param pointer the field that a finding names here, where it is not the row's own
 */
export function onFacts<F, G>(
  rule: Rule<F>,
  project: (facts: G, now: Instant) => F,
  pointer?: string,
): Rule<G> {
  const { applies, check, holding, ...row } = rule
  return {
    ...row,
    ...(applies && { applies: (facts: G, now: Instant) => applies(project(facts, now), now) }),
    check: (facts, now) => {
      const finding = check(project(facts, now), now)
      return finding === null || pointer === undefined ? finding : { ...finding, pointer }
    },
    ...(holding && { holding: (facts: G, now: Instant) => holding(project(facts, now), now) }),
  }
}
