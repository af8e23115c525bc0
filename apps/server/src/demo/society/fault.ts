/** A value that will not do, where it stands. */
export interface Fault {
  /** Line of the file, from 1; the head is line 1. */
  readonly line: number
  readonly column: string
  readonly message: string
}
