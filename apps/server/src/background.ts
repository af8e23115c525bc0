import type { DeliveryHost, Engine } from '@upi-autopay/engine'
import type { Logger } from 'pino'
import { startLoop } from './loop.ts'

/** Merchants, or deliveries, taken in one round. */
const ROUND = 100
/** Timers of running clocks fall due without anyone calling: how long one may wait. */
const ADVANCE_POLL_MS = 250
/** Other servers on the same database leave work too. */
const DELIVER_POLL_MS = 1000

/** What runs beside the requests. */
export interface Background {
  /** A request may have written. */
  wake(): void
  stop(): Promise<void>
}

/** Does what falls due and delivers what happened, as long as the server runs. An error is logged and waited out. */
export function startBackground(engine: Engine, host: DeliveryHost, logger: Logger): Background {
  const logAs = (loop: string) => (error: unknown) => {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    logger.error({ loop, error: { name, message, stack } }, 'a round failed')
  }
  const deliver = startLoop({
    work: () => engine.deliver(host, ROUND),
    idleMs: async () => {
      const next = await engine.deps.store.deliveries.nextAt()
      const wait = next === null ? DELIVER_POLL_MS : next - engine.deps.clock.now()
      return Math.min(Math.max(wait, 0), DELIVER_POLL_MS)
    },
    onError: logAs('deliver'),
  })
  const advance = startLoop({
    work: async () => {
      const done = await engine.advance(ROUND)
      if (done > 0) deliver.wake()
      return done
    },
    idleMs: () => ADVANCE_POLL_MS,
    onError: logAs('advance'),
  })
  return {
    wake() {
      advance.wake()
      deliver.wake()
    },
    async stop() {
      await Promise.all([advance.stop(), deliver.stop()])
    },
  }
}
