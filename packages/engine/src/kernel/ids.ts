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
    mint(kind, at) {
      const digits = new Array<number>(DIGITS * 2)
      writeCount(digits, count++)
      writeChance(digits, nextWord)
      return formatId(kind, at, digits)
    },
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

function writeCount(digits: number[], count: number): void {
  for (let rest = count, place = DIGITS - 1; place >= 0; place--, rest = Math.floor(rest / 32))
    digits[place] = rest % 32
}

function writeChance(digits: number[], nextWord: () => number): void {
  let bits = 0
  for (let place = 0; place < DIGITS; place++, bits >>>= 5) {
    if (place % (DIGITS / 2) === 0) bits = nextWord()
    digits[DIGITS + place] = bits & 31
  }
}
