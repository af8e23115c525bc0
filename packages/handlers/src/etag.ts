/** The entity tag of a resource's revision. */
export function etagOf(revision: number | string): string {
  return `"${revision}"`
}

/**
 * The revisions that an If-Match names; undefined where any will do (`*`, or no header). Comparison is strong (RFC
 * 9110, 13.1.1): a weak tag, or one that is none of ours, matches nothing.
 */
export function revisionsIn(if_match: string | undefined): number[] | undefined {
  if (if_match === undefined || if_match.trim() === '*') return undefined
  return [...if_match.matchAll(/(W\/)?"([^"]*)"/g)].flatMap(([, weak, tag = '']) =>
    weak === undefined && /^[1-9]\d{0,14}$/.test(tag) ? [Number(tag)] : [],
  )
}

/** The If-Match of a request whose form the contract has checked. */
export function ifMatchOf({ headers }: { readonly headers: unknown }): string | undefined {
  const sent = headers as { readonly 'if-match'?: string | undefined } | undefined
  return sent?.['if-match']
}
