/** The database could not be reached, or would not let us in. The message names it without its password. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable'
}
