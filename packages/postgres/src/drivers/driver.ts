/** A statement with a name under which a connection keeps it prepared. The same name is always the same text. */
export interface Statement {
  readonly name: string
  readonly text: string
}

/** Runs statements. `json` and `jsonb` come back parsed, `int8` as a number (every one is an instant or a count). */
export interface Queries {
  query<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]>
  /** Several statements without values. */
  script(text: string): Promise<void>
}

/** The little that Postgres and PGlite are told apart by. */
export interface Driver extends Queries {
  transaction<T>(run: (queries: Queries) => Promise<T>): Promise<T>
  close(): Promise<void>
}
