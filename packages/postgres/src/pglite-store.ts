import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Store } from '@upi-autopay/engine'
import { createPgliteDriver } from './drivers/pglite-driver.ts'
import { SESSION } from './drivers/session.ts'
import { migrate } from './migrate.ts'
import { createSqlStore } from './sql-store.ts'

/** What the database may hold of its pages inside this process, which it fills as it grows; by default it takes four times that. */
const PAGE_CACHE = '32MB'

/** Where the database's files lie. */
export interface PgliteOptions {
  /** A folder that no other process uses: two of them corrupt it silently. In memory when left out. */
  readonly dataDir?: string
}

/** A store on PGlite, a Postgres inside this process, its schema brought up to date. */
export async function createPgliteStore({ dataDir }: PgliteOptions = {}): Promise<Store> {
  // Loaded when asked for: whoever runs on Postgres need not load a second database.
  const { PGlite } = await import('@electric-sql/pglite')
  const fresh = dataDir === undefined || !existsSync(join(dataDir, 'PG_VERSION'))
  const database = await PGlite.create({
    startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${PAGE_CACHE}`],
    ...(dataDir !== undefined && { dataDir }),
    ...(fresh && { loadDataDir: await initialised() }),
  })
  const driver = createPgliteDriver(database)
  await driver.script(SESSION)
  await migrate(driver)
  return createSqlStore(driver)
}

/** A data folder as `initdb` leaves it: unpacking one takes a fraction of making one. */
async function initialised(): Promise<Blob> {
  const { dataDir } = await import('@electric-sql/pglite-prepopulatedfs')
  return dataDir()
}
