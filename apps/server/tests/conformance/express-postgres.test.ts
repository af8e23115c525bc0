import { alikeSuite } from '@upi-autopay/conformance'
import { afterAll, describe, expect, test } from 'vitest'
import { startPostgres } from '../../../../.ci/start-postgres.ts'
import { MOCKS_TARGET } from './mocks-target.ts'
import { serverTarget } from './server-target.ts'

/** The database that is given, or one on a server of its own; null where none can be started. */
async function openDatabase(): Promise<{ url: string; stop: () => Promise<void> } | null> {
  const given = process.env.TEST_DATABASE_URL
  if (given !== undefined && given !== '') return { url: given, stop: async () => undefined }
  return startPostgres().catch((error: unknown) => {
    console.warn('No Postgres could be started here; its tests are skipped.', error)
    return null
  })
}

const database = await openDatabase()
// Hooks run last to first: the server leaves its database before that stops.
afterAll(() => database?.stop())

describe.skipIf(database === null)('a real Postgres', () => {
  alikeSuite(
    { afterAll, describe, expect, test },
    {
      reference: MOCKS_TARGET,
      host: serverTarget('Express on Postgres', { url: database?.url ?? '' }),
    },
  )
})
