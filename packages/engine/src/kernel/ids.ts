import { formatId, type Id, type IdKind } from '@upi-autopay/rail'

/** Mints ids. The same seed and the same calls give the same ids. */
export interface Ids {
  mint<K extends IdKind>(kind: K, at: number): Id<K>
}

/**
 * Ids whose entropy comes from `nextWord` (an integer from 0 to 2^32-1). Within one millisecond the last
 * characters count upwards, so that ids sort in the order in which they were made.
 */
export function createIds(nextWord: () => number): Ids {
  const tails = new Map<IdKind, { at: number; tail: number[] }>()
  return {
    mint(kind, at) {
      const last = tails.get(kind)
      const tail = last?.at === at ? increment(last.tail) : drawTail(nextWord)
      tails.set(kind, { at, tail })
      return formatId(kind, at, tail)
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

function drawTail(nextWord: () => number): number[] {
  const tail: number[] = []
  for (let word = 0; word < 4; word++) {
    let bits = nextWord()
    for (let i = 0; i < 4; i++) {
      tail.push(bits & 31)
      bits >>>= 5
    }
  }
  return tail
}

function increment(tail: readonly number[]): number[] {
  const next = [...tail]
  for (let i = next.length - 1; i >= 0; i--) {
    const digit = ((next[i] ?? 0) + 1) & 31
    next[i] = digit
    if (digit !== 0) break
  }
  return next
}
