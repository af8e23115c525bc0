/** One case of a vector file: what goes in, what must come out. */
export interface Vector {
  readonly input: Readonly<Record<string, unknown>>
  readonly expected: unknown
}
