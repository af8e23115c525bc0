import type { Store } from '@upi-autopay/engine'
import { StartRefused } from './start-refused.ts'

/**
 * Opens Postgres where one is named, else the database in the data folder.
 * Throws {@link StartRefused} when Postgres cannot be reached.
 */
export async function openStore(options: {
  readonly databaseUrl: string | null
  readonly folder: string
}): Promise<Store> {
  const { createPgliteStore, createPostgresStore, DatabaseUnreachable } = await import(
    '@upi-autopay/postgres'
  )
  const { databaseUrl, folder } = options
  if (databaseUrl === null) return createPgliteStore({ dataDir: folder })
  try {
    return await createPostgresStore({ connectionString: databaseUrl })
  } catch (error) {
    if (!(error instanceof DatabaseUnreachable)) throw error
    throw new StartRefused(`DATABASE_URL: ${error.message}.`, { cause: error })
  }
}
