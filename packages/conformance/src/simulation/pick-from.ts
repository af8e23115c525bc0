/** The one that a word names; none of none. */
export function pickFrom<T>(values: readonly [T, ...T[]], word: number): T
export function pickFrom<T>(values: readonly T[], word: number): T | undefined
export function pickFrom<T>(values: readonly T[], word: number): T | undefined {
  return values.length === 0 ? undefined : values[word % values.length]
}

/** One of the newest few, so that what was made last is acted upon before its time is over. */
export function pickNewest<T>(values: readonly T[], word: number): T | undefined {
  return pickFrom(values.slice(-NEWEST), word)
}

const NEWEST = 12
