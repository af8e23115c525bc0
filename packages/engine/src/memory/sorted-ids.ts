/** Adds an id to an ascending list. Ids sort by creation, so it nearly always goes to the end. */
export function insertSorted(ids: string[], id: string): void {
  const last = ids[ids.length - 1]
  if (last === undefined || last < id) ids.push(id)
  else ids.splice(firstAtOrAfter(ids, id), 0, id)
}

/** Where an id stands in an ascending list, or where it would stand. */
export function firstAtOrAfter(ids: readonly string[], id: string): number {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ids[middle] ?? '') < id) low = middle + 1
    else high = middle
  }
  return low
}
