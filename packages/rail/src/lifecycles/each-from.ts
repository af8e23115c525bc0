/** One row for several states: from each of them the same event leads to the same state. */
export function eachFrom<const S extends readonly string[], const R extends object>(
  states: S,
  row: R,
): { readonly [I in keyof S]: { readonly from: S[I] } & R } {
  return states.map((from) => ({ from, ...row })) as never
}

/** One row for several states, each of which the event leaves as it is. */
export function eachStays<const S extends readonly string[], const R extends object>(
  states: S,
  row: R,
): { readonly [I in keyof S]: { readonly from: S[I]; readonly to: S[I] } & R } {
  return states.map((state) => ({ from: state, to: state, ...row })) as never
}
