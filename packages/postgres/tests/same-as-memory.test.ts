import { firstDifference, stepsOf, transcriptOf } from '@upi-autopay/conformance'
import { createMemoryStore } from '@upi-autopay/engine'
import { expect, test } from 'vitest'
import { createPgliteStore } from '../src/pglite-store.ts'

const STEPS = 80

test.each([1, 2, 3])(
  'the same random history tells the same on PGlite as in memory (seed %i)',
  async (seed) => {
    const steps = stepsOf(seed, STEPS)
    const store = await createPgliteStore()
    try {
      const stored = await transcriptOf(store, seed, steps)
      const kept = await transcriptOf(createMemoryStore(), seed, steps)
      expect(firstDifference(kept, stored)).toBeNull()
    } finally {
      await store.close()
    }
  },
  120_000,
)
