import type { Account, Clock, Engine, Ids, Store } from '@upi-autopay/engine'
import type { Config } from './config.ts'
import { type DataFolder, openDataFolder } from './data-folder/data-folder.ts'
import { openStore } from './open-store.ts'

/** How a server is started; what is left out is as the documented list of variables says. */
export interface ServerOptions {
  /** The folder of the database, the keys and the lock. */
  readonly dataDir: string
  /** 0, a free one, unless told. */
  readonly port?: number
  readonly host?: string
  readonly databaseUrl?: string | null
  readonly publicUrl?: string | null
  readonly logLevel?: Config['logLevel']
  readonly privateWebhooks?: Config['privateWebhooks']
  readonly keyPepper?: string | null
  /** System time, for tests. */
  readonly clock?: Clock
  readonly ids?: Ids
  /** In place of a database of its own; closed with the server. */
  readonly store?: Store
}

/** A server that answers. */
export interface RunningServer {
  /** Where it is reached, without a slash at the end. */
  readonly url: string
  /** The merchant that the server began with, and its key. */
  readonly account: Account
  readonly testKey: string
  readonly operatorToken: string
  readonly store: Store
  readonly engine: Engine
  /** Finishes what is at work, closes the database and gives the folder back. */
  close(): Promise<void>
}

/**
 * Starts the reference server: folder, database, engine, application, loops.
 * Throws `StartRefused` when the folder, the port or the database is not to be had; nothing is held then.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const folder = await openDataFolder(options.dataDir)
  let store: Store | null = null
  try {
    // The database boots while the rest of the program is read.
    const [opened, { serve }] = await Promise.all([open(options, folder), import('./serve.ts')])
    store = opened
    const { stop, ...running } = await serve({ options, folder, store: opened })
    let closing: Promise<void> | null = null
    const close = async (): Promise<void> => {
      await stop()
      await opened.close()
      folder.release()
    }
    return {
      ...running,
      close() {
        closing ??= close()
        return closing
      },
    }
  } catch (error) {
    await store?.close()
    folder.release()
    throw error
  }
}

async function open(options: ServerOptions, folder: DataFolder): Promise<Store> {
  if (options.store !== undefined) return options.store
  return openStore({ databaseUrl: options.databaseUrl ?? null, folder: folder.database })
}
