import { alikeSuite, coverageOf } from '@upi-autopay/conformance'
import { afterAll, describe, expect, test } from 'vitest'
import { MOCKS_TARGET } from './mocks-target.ts'
import { serverTarget } from './server-target.ts'

const transcripts = alikeSuite(
  { afterAll, describe, expect, test },
  { reference: MOCKS_TARGET, host: serverTarget('Express on PGlite', null) },
)

test('every operation, rule, refusal, event and transition is met by a case, or is declared with a reason', () => {
  const { missing, outdated } = coverageOf(transcripts)
  expect(missing).toEqual([])
  expect(outdated).toEqual([])
})
