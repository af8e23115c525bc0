import { createRandom } from '@upi-autopay/engine'

/** Reproducible chance. */
export interface Chance {
  /** An integer from 0 to `count` - 1. */
  among(count: number): number
  /** True once in `count` times. */
  oneIn(count: number): boolean
}

/** Chance from a seed: the same seed and the same questions give the same answers. */
export function createChance(seed: number): Chance {
  const word = createRandom(seed)
  const among = (count: number): number => word() % count
  return { among, oneIn: (count) => among(count) === 0 }
}
