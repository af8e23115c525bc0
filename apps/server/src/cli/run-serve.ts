import { once } from 'node:events'
import { readConfig } from '../config.ts'
import { greeting } from '../greeting.ts'
import { startServer } from '../start-server.ts'

const SIGNALS = ['SIGTERM', 'SIGINT'] as const

/** `serve`: runs until told to stop, while developing with webhooks to this machine. The first signal finishes what is at work, a second one does not wait. */
export async function runServe(development: boolean): Promise<void> {
  const stopped = Promise.race(SIGNALS.map((signal) => once(process, signal)))
  const server = await startServer(readConfig({ development }))
  console.log(greeting(server))
  await stopped
  for (const signal of SIGNALS) process.once(signal, () => process.exit(1))
  await server.close()
}
