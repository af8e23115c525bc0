import type { Store } from '@upi-autopay/engine'
import { type DataFolder, openDataFolder } from './data-folder/data-folder.ts'
import { openStore } from './open-store.ts'
import type { RunningServer } from './running-server.ts'
import type { ServerOptions } from './server-options.ts'

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
