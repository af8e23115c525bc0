import { replayStream, tenantOf } from '@upi-autopay/engine'
import { orderedText } from '../ordered-text.ts'
import type { SimulatedWorld } from '../simulated-world.ts'

/** Reads the log again from its beginning: it must tell the same rows that readers see. */
export async function checkReplay({ engine, watch, account }: SimulatedWorld): Promise<void> {
  const tenant = tenantOf(await account())
  for (const [stream, events] of watch.log) {
    for (const row of replayStream(events)) {
      const { kind, id } = row
      const stored = await engine.deps.store.resources.get({ tenant, kind, id })
      if (orderedText(row.data) !== orderedText(stored?.row.data))
        watch.find(
          `the log of ${stream} tells ${kind} ${id} as ${JSON.stringify(row.data)}, its row as ${JSON.stringify(stored?.row.data)}`,
        )
    }
  }
}
