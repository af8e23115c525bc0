import { findTransition, LIFECYCLES, type Lifecycle } from '@upi-autopay/rail'
import type { Case, World } from '../../case.ts'
import { answersAsDeclared } from './answers-as-declared.ts'
import { sentenceOf } from './sentence-of.ts'
import type { Ask, Row, Way } from './way.ts'

/** The cases of what payer, bank and rail do with a resource: in each status what its transitions say they may. */
export function deedCases(row: Row): Record<string, Case['run']> {
  const deeds = Object.entries(row.others ?? {})
  if (deeds.length === 0) return {}
  const ask: Record<string, Ask> = Object.fromEntries(deeds.map(([name, deed]) => [name, deed.ask]))
  return Object.fromEntries(
    row.ways.map((way) => {
      const accepts = way.others ?? possible(row, way)
      return [
        sentenceOf(row.kind, way, { verb: 'can be', list: accepts }),
        (world: World) => answersAsDeclared(world, { row, way, ask, accepts }),
      ]
    }),
  )
}

function possible({ kind, others = {} }: Row, { status }: Way): readonly string[] {
  const lifecycle: Lifecycle = LIFECYCLES[kind]
  return Object.entries(others)
    .filter(([, { on, by }]) => findTransition(lifecycle, status, on)?.by.includes(by) === true)
    .map(([name]) => name)
}
