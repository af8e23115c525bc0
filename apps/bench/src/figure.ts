/** One measurement against its limit. */
export interface Figure {
  readonly what: string
  readonly figure: number
  /** The least that will do, or with `at_most` the most. */
  readonly limit: number
  readonly at_most?: true
  /** The numbers behind a ratio, in words. */
  readonly detail: string
}

/** Whether a measurement keeps its limit. */
export function holds({ figure, limit, at_most }: Figure): boolean {
  return at_most ? figure <= limit : figure >= limit
}

/** A line that a person can judge. */
export function printFigure(measured: Figure): void {
  const { what, figure, limit, at_most, detail } = measured
  const shown = Math.abs(figure) < 100 ? figure.toFixed(2) : figure.toFixed(0)
  const word = at_most ? 'at most' : 'at least'
  console.log(
    `${holds(measured) ? 'ok    ' : 'MISSED'} ${shown} (${word} ${limit})  ${what}: ${detail}`,
  )
}
