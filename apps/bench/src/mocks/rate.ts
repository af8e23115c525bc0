/** Calls per second of one caller, one after the other. */
export async function rate(
  call: () => Promise<void>,
  { calls }: { calls: number },
): Promise<number> {
  const began = performance.now()
  for (let i = 0; i < calls; i++) await call()
  return (calls / (performance.now() - began)) * 1000
}
