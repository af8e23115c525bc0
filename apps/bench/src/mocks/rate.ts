/** Calls per second of one caller, one after the other. */
export async function rate(
  call: () => Promise<void>,
  { calls }: { calls: number },
): Promise<number> {
  const began = performance.now()
  for (let i = 0; i < calls; i++) await call()
  return (calls / (performance.now() - began)) * 1000
}

/** The middle of an odd number of figures. */
export function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN
}
