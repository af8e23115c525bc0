/** The platform's own, as it was before a test put fake timers in its place: who waits here waits in real time. */
const { setTimeout } = globalThis

/** Waits in real time, in milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
