/** What no case can show on every host, why, and which test of this repository shows it. */
export const SHOWN_ELSEWHERE: readonly ShownElsewhere[] = []

/** One reason, and all that falls under it. */
export interface ShownElsewhere {
  readonly why: string
  /** As coverage names it. */
  readonly what: readonly string[]
  readonly by: { readonly file: string; readonly test: string }
}
