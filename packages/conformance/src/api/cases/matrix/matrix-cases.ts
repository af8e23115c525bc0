import { LIFECYCLES, type Lifecycle } from '@upi-autopay/rail'
import type { Case, World } from '../../case.ts'
import { answersAsDeclared } from './answers-as-declared.ts'
import { offeredBy } from './offered-by.ts'
import { sentenceOf } from './sentence-of.ts'
import type { Row, Way } from './way.ts'

/**
 * The cases of one resource, from the statuses of its lifecycle: each status is asked for every action of the
 * resource, and answers as the row of the table says. A status that nothing leads to, and an action that nothing
 * asks for, fail by name.
 */
export function matrixCases(row: Row): Record<string, Case['run']> {
  const lifecycle: Lifecycle = LIFECYCLES[row.kind]
  const known = new Set([
    ...row.ways.map(({ status }) => status),
    ...Object.keys(row.unreached ?? {}),
  ])
  return {
    ...Object.fromEntries(
      row.ways.map((way) => [
        sentenceOf(row.kind, way, { verb: 'takes', list: accepted(row, way) }),
        (world: World) =>
          answersAsDeclared(world, { row, way, ask: row.ask, accepts: accepted(row, way) }),
      ]),
    ),
    ...failing(
      lifecycle.statuses.filter((status) => !known.has(status)),
      (status) => `no recipe brings a ${row.kind} to ${status}`,
    ),
    ...failing(
      [...known].filter((status) => !lifecycle.statuses.includes(status)),
      (status) => `a ${row.kind} has no status ${status}, to which a recipe leads`,
    ),
    ...failing(
      row.ways
        .filter((way, index) => row.ways.findIndex((one) => isAlike(one, way)) !== index)
        .map(({ status }) => status),
      (status) => `two recipes for a ${row.kind} in ${status} do not say how they differ`,
    ),
    ...failing(
      Object.values(lifecycle.actions)
        .flatMap((actions) => actions ?? [])
        .filter((action) => row.ask[action] === undefined),
      (action) => `nothing asks a ${row.kind} for ${action}`,
    ),
  }
}

function failing(
  what: readonly string[],
  say: (one: string) => string,
): Record<string, Case['run']> {
  return Object.fromEntries(
    what.map((one) => [
      say(one),
      async () => {
        throw new Error(say(one))
      },
    ]),
  )
}

/** What is offered, but for what a rule refuses. */
function accepted(row: Row, way: Way): readonly string[] {
  return offeredBy(row, way).filter((action) => way.ruledOut?.[action] === undefined)
}

/** Such two would have one name, and one of them would never be played. */
function isAlike(one: Way, other: Way): boolean {
  return one.status === other.status && one.which === other.which
}
