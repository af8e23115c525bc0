import type { Store } from '@upi-autopay/engine'
import { createPgliteDriver } from './drivers/pglite-driver.ts'
import { SESSION } from './drivers/session.ts'
import { migrate } from './migrate.ts'
import { createSqlStore } from './sql-store.ts'

/** Where PGlite keeps its data. */
/** Where the database's files lie. */
export interface PgliteOptions {
  /** A folder that no other process uses: two of them corrupt it silently. In memory when left out. */
  readonly dataDir?: string
}

/** A store on PGlite, a Postgres inside this process, its schema brought up to date. */
export async function createPgliteStore({ dataDir }: PgliteOptions = {}): Promise<Store> {
  // Loaded when asked for: whoever runs on Postgres need not load a second database.
  const { PGlite } = await import('@electric-sql/pglite')
  const database = await PGlite.create(dataDir === undefined ? {} : { dataDir })
  const driver = createPgliteDriver(database)
  await driver.script(SESSION)
  await migrate(driver)
  return createSqlStore(driver)
}
