/** Calls per second of one caller, over at least so many milliseconds. */
export async function rate(call: () => Promise<void>, ms: number): Promise<number> {
  const began = performance.now()
  let calls = 0
  let spent = 0
  do {
    for (let i = 0; i < BETWEEN_LOOKS; i++) await call()
    calls += BETWEEN_LOOKS
    spent = performance.now() - began
  } while (spent < ms)
  return (calls / spent) * 1000
}

/** The middle of an odd number of figures. */
export function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN
}

/** Looking at the clock costs little, but not nothing. */
const BETWEEN_LOOKS = 20
