import { alikeSuite, coverageOf, watchTransitions } from '@upi-autopay/conformance'
import { createPgliteStore } from '@upi-autopay/postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { MOCKS_TARGET } from './mocks-target.ts'
import { serverTarget } from './server-target.ts'

const transitions = new Set<string>()

const transcripts = alikeSuite(
  { afterAll, describe, expect, test },
  {
    reference: MOCKS_TARGET,
    host: serverTarget('Express on PGlite', async (dataDir) =>
      watchTransitions(await createPgliteStore({ dataDir }), transitions),
    ),
  },
)

test('every route, rule, error, event, status and transition is met by a case, or shown by a test that is named', () => {
  const { missing, outdated } = coverageOf(transcripts, transitions)
  expect(missing).toEqual([])
  expect(outdated).toEqual([])
})
