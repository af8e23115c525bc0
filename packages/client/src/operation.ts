/** What an operation takes after the id in its path; an upload has a query of its own. */
export type Takes = 'nothing' | 'body' | 'query' | 'upload'

/** What an operation gives. */
export type Gives = 'json' | 'list' | 'text' | 'bytes'

/** A row of the generated table: name on the resource, method, path, what it takes, what it gives. */
export type Operation = readonly [
  name: string,
  method: string,
  path: string,
  takes: Takes,
  gives: Gives,
]
