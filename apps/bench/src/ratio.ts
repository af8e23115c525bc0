/** One line of a bench: what was measured against what, and the least that is wanted. */
export interface Ratio {
  readonly name: string
  readonly ours: number
  readonly theirs: number
  readonly unit: string
  readonly wanted: number
}

/** Prints a line a person can judge; answers whether the limit holds. */
export function printRatio({ name, ours, theirs, unit, wanted }: Ratio): boolean {
  const ratio = ours / theirs
  const verdict = ratio >= wanted ? 'holds' : 'MISSED'
  console.log(
    `${name}: ${ours.toFixed(0)} against ${theirs.toFixed(0)} ${unit}: ratio ${ratio.toFixed(2)}, wanted ${wanted.toFixed(2)}: ${verdict}`,
  )
  return ratio >= wanted
}
