import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sessionAt, type Target } from '@upi-autopay/conformance'
import type { Store } from '@upi-autopay/engine'
import { startServer } from '../../src/start-server.ts'
import { openReceiver } from './receiver.ts'

/** The database of a server: a real one by its URL, or a store that the test opens in the server's folder. */
export type Database = { readonly url: string } | ((folder: string) => Promise<Store>)

/** The Express server over real HTTP, in a data folder of its own. */
export function serverTarget(name: string, database: Database): Target {
  return {
    name,
    openSession: async () => {
      const dataDir = await mkdtemp(join(tmpdir(), 'autopay-conformance-'))
      const server = await startServer({
        dataDir,
        ...(typeof database === 'function'
          ? { store: await database(join(dataDir, 'database')) }
          : { databaseUrl: database.url }),
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
    supports: { openReceiver, readOnlyKeys: true, merchantPolicies: true },
  }
}
