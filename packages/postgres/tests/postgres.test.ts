import { storeSuite } from '@upi-autopay/conformance'
import type { Store } from '@upi-autopay/engine'
import { createPostgresStore } from '@upi-autopay/postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { startTestPostgres } from './test-postgres.ts'

const postgres = await startTestPostgres()
const store: Store | null =
  postgres === null ? null : await createPostgresStore({ connectionString: postgres.url })

afterAll(async () => {
  await store?.close()
  await postgres?.stop()
})

describe.skipIf(store === null)('the store on Postgres', () => {
  storeSuite({ test, describe, expect }, async () => {
    if (store === null) throw new Error('no Postgres could be started on this machine')
    return store
  })
})
