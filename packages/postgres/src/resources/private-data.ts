/** The private data of a stream, as an expression; null when it has none. Asked row by row: nothing to plan wrongly. */
export function privateData(stream: string): string {
  return `(
  select data from private_data where merchant_id = $1 and mode = $2 and stream = ${stream}
)`
}
