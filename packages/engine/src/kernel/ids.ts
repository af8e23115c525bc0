import { formatId, type Id, type IdKind } from '@upi-autopay/rail'

/** Mints ids. The same seed and the same calls give the same ids. */
export interface Ids {
  mint<K extends IdKind>(kind: K, at: number): Id<K>
}

/**
 * Ids that sort in the order in which they were made, also where clocks stand still or several merchants' clocks are
 * served in turn: after the time comes a counter, after the counter chance.
 *
 * @param nextWord gives an integer from 0 to 2^32-1
 * @param firstCount where the counter begins; a process that begins later begins higher
 */
export function createIds(nextWord: () => number, firstCount = 0): Ids {
  let count = firstCount
  return {
    mint: (kind, at) => formatId(kind, at, [...digitsOf(count++), ...drawDigits(nextWord)]),
  }
}

/** Ids for mocks and simulations: reproducible from a seed. */
export function createSeededIds(seed: number): Ids {
  return createIds(createRandom(seed))
}

/** A small reproducible generator of 32-bit words (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

/** Eight digits of base 32 hold 2^40: a counter that begins with the seconds of the epoch times 512 lasts. */
const DIGITS = 8

function digitsOf(count: number): number[] {
  const digits: number[] = []
  for (let rest = count, i = 0; i < DIGITS; i++, rest = Math.floor(rest / 32))
    digits.unshift(rest % 32)
  return digits
}

function drawDigits(nextWord: () => number): number[] {
  const digits: number[] = []
  for (let word = 0; word < 2; word++) {
    let bits = nextWord()
    for (let i = 0; i < DIGITS / 2; i++) {
      digits.push(bits & 31)
      bits >>>= 5
    }
  }
  return digits
}
