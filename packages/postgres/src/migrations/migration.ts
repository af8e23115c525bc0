/** One step of the schema. Applied once, in the order of `version`; a step that was published is never edited. */
export interface Migration {
  readonly version: number
  readonly name: string
  /** SQL statements. */
  readonly script: string
}
