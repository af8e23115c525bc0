/** The system's time in milliseconds since the epoch: the one place of the client that asks for it. */
export function systemNow(): number {
  return Date.now()
}

/** Waits by the system's timers. */
export function systemSleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
