import { setTimeout as sleep } from 'node:timers/promises'

const LOOKS_EVERY_MS = 50

/** Waits until something holds, and answers whether it did in time. */
export async function waitUntil(holds: () => boolean, patienceMs: number): Promise<boolean> {
  const end = performance.now() + patienceMs
  while (!holds()) {
    if (performance.now() > end) return false
    await sleep(LOOKS_EVERY_MS)
  }
  return true
}
