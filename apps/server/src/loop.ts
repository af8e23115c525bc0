/** Work that is done again and again while the server runs. */
export interface Loop {
  /** There may be work: do not sleep on. */
  wake(): void
  /** Ends the loop after the round at hand. */
  stop(): Promise<void>
}

/** What a loop does and how it waits. */
export interface LoopPlan {
  /** One round; answers how much it did. */
  readonly work: () => Promise<number>
  /** How long to sleep when there was nothing to do, in milliseconds. */
  readonly idleMs: () => number | Promise<number>
  readonly onError: (error: unknown) => void
}

/** After a call to wake up, until the round begins: what many requests leave in this time is done in one round. */
const GATHER_MS = 10
const FIRST_BACK_OFF_MS = 250
const LONGEST_BACK_OFF_MS = 10_000

/** Runs rounds until there is nothing to do, then sleeps until woken or due. An error is told and waited out. */
export function startLoop({ work, idleMs, onError }: LoopPlan): Loop {
  let stopped = false
  let woken = false
  let failures = 0
  let rouse: () => void = () => undefined

  async function sleep(ms: number, { wakeable }: { wakeable: boolean }): Promise<void> {
    if (stopped || (wakeable && woken)) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      rouse = () => {
        if (!stopped && !wakeable) return
        clearTimeout(timer)
        resolve()
      }
    })
  }

  async function rest(): Promise<void> {
    await sleep(await idleMs(), { wakeable: true })
    if (woken) await sleep(GATHER_MS, { wakeable: false })
  }

  async function round(): Promise<void> {
    woken = false
    try {
      const done = await work()
      failures = 0
      // Even a long backlog leaves requests their turn.
      if (done > 0) await new Promise((resolve) => setImmediate(resolve))
      else await rest()
    } catch (error) {
      onError(error)
      failures++
      await sleep(Math.min(FIRST_BACK_OFF_MS * 2 ** (failures - 1), LONGEST_BACK_OFF_MS), {
        wakeable: false,
      })
    }
  }

  async function run(): Promise<void> {
    while (!stopped) await round()
  }

  const ended = run()
  return {
    wake() {
      woken = true
      rouse()
    },
    stop() {
      stopped = true
      rouse()
      return ended
    },
  }
}
