import type { DeliveryHost } from '@upi-autopay/engine'
import type { Chance } from './chance.ts'

/** A merchant's endpoint that sometimes fails, and remembers what it took. */
export interface SimulatedReceiver {
  readonly host: DeliveryHost
  /** Ids of the events that it took. */
  readonly taken: ReadonlySet<string>
  /** From now on it takes everything. */
  calmDown(): void
}

/** An endpoint with nothing taken yet. */
export function createSimulatedReceiver(chance: Chance): SimulatedReceiver {
  const taken = new Set<string>()
  let calm = false
  return {
    taken,
    calmDown() {
      calm = true
    },
    host: {
      render: ({ event }) => event.id,
      sign: async () => ({}),
      async send({ body }) {
        if (!calm && chance.oneIn(3))
          return { response: null, error: 'no answer in time', duration_ms: 1 }
        taken.add(body)
        return { response: { status: 204, headers: {}, body: '' }, error: null, duration_ms: 1 }
      },
    },
  }
}
