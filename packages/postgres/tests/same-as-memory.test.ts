import { firstDifference, stepsOf, transcriptOf } from '@upi-autopay/conformance'
import { createMemoryStore, type Store } from '@upi-autopay/engine'
import { expect, test } from 'vitest'
import { createPgliteStore } from '../src/pglite-store.ts'
import { createPostgresStore } from '../src/postgres-store.ts'
import { startTestPostgres } from './test-postgres.ts'

const STEPS = 80
const SEEDS = [1, 2, 3]
const LONG_ENOUGH = { timeout: 120_000 }

test.for(SEEDS)(
  'the same random history tells the same on PGlite as in memory (seed %i)',
  LONG_ENOUGH,
  async (seed) => expectSame(await createPgliteStore(), seed),
)

test.for(SEEDS)(
  'the same random history tells the same on Postgres as in memory (seed %i)',
  LONG_ENOUGH,
  async (seed, { skip }) => {
    const postgres = await startTestPostgres()
    if (postgres === null) return skip('no Postgres could be started on this machine')
    try {
      await expectSame(await createPostgresStore({ connectionString: postgres.url }), seed)
    } finally {
      await postgres.stop()
    }
  },
)

async function expectSame(store: Store, seed: number): Promise<void> {
  const steps = stepsOf(seed, STEPS)
  try {
    const stored = await transcriptOf(store, seed, steps)
    const kept = await transcriptOf(createMemoryStore(), seed, steps)
    expect(firstDifference(kept, stored)).toBeNull()
  } finally {
    await store.close()
  }
}
