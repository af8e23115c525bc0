/** One case of a vector file: what goes in, what must come out. */
export interface Vector {
  readonly input: Readonly<Record<string, unknown>>
  readonly expected: unknown
}

/** A file of golden cases, which says what it is. */
export interface VectorFile {
  /** What is computed. */
  readonly about: string
  /** How another program checks itself by it: what the fields of input and expected mean. */
  readonly use: string
  readonly cases: readonly Vector[]
}
