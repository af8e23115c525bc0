import { alikeSuite } from '@upi-autopay/conformance'
import { afterAll, describe, expect, test } from 'vitest'
import { PLAIN_WITH_POLICIES } from './conformance-target.ts'

alikeSuite(
  { afterAll, describe, expect, test },
  {
    reference: PLAIN_WITH_POLICIES,
    host: { ...PLAIN_WITH_POLICIES, name: 'the plain function once more' },
  },
)
