import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sessionAt, type Target } from '@upi-autopay/conformance'
import { startServer } from '../../src/start-server.ts'
import { openReceiver } from './receiver.ts'

/** The Express server over real HTTP, in a data folder of its own; on Postgres where a URL is given. */
export function serverTarget(name: string, databaseUrl: string | null): Target {
  return {
    name,
    openSession: async () => {
      const dataDir = await mkdtemp(join(tmpdir(), 'autopay-conformance-'))
      const server = await startServer({
        dataDir,
        databaseUrl,
        logLevel: 'error',
        privateWebhooks: 'loopback',
      })
      const session = await sessionAt({ baseUrl: server.url, operatorToken: server.operatorToken })
      return {
        ...session,
        close: async () => {
          await server.close()
          await rm(dataDir, { recursive: true, force: true })
        },
      }
    },
    supports: { openReceiver, readOnlyKeys: true },
  }
}
