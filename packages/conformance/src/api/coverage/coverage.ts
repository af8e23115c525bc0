import type { Transcript } from '../transcript.ts'
import { metIn } from './met.ts'
import { SHOWN_ELSEWHERE } from './shown-elsewhere.ts'
import { wanted } from './wanted.ts'

/** What a run has met of the contract and the rail, and what it has not. */
export interface Coverage {
  /**
   * What was met, with the cases that met it: `operation mandates.create`, `rule notice.lead_time held` or `broken`,
   * `error not_found`, `event mandate.created`, `status mandate active`, `magic slow@sim`, and
   * `transition mandate pending → active by mandate.activated`.
   */
  readonly met: ReadonlyMap<string, readonly string[]>
  /** Neither met nor listed in `SHOWN_ELSEWHERE`. */
  readonly missing: readonly string[]
  /** Listed there, and met by a case or unknown: the list is out of date. */
  readonly outdated: readonly string[]
}

/**
 * Reads coverage off transcripts: nothing counts that no implementation answered.
 *
 * @param transitions what `watchTransitions` saw meanwhile; with it, transitions that nobody is told of are asked for too
 */
export function coverageOf(
  transcripts: readonly Transcript[],
  transitions?: ReadonlySet<string>,
): Coverage {
  const met = new Map<string, string[]>()
  for (const transcript of transcripts)
    for (const what of new Set(metIn(transcript)))
      met.set(what, [...(met.get(what) ?? []), transcript.name])
  const seen = (what: string): boolean => met.has(what) || transitions?.has(what) === true
  const elsewhere = SHOWN_ELSEWHERE.flatMap(({ what }) => what)
  const all = wanted(transitions !== undefined)
  return {
    met,
    missing: all.filter((what) => !seen(what) && !elsewhere.includes(what)),
    outdated: elsewhere.filter((what) => seen(what) || !wanted(true).includes(what)),
  }
}
