import { alikeSuite } from '@upi-autopay/conformance'
import { afterAll, describe, expect, test } from 'vitest'
import { PLAIN_TARGET } from './conformance-target.ts'

alikeSuite(
  { afterAll, describe, expect, test },
  { reference: PLAIN_TARGET, host: { ...PLAIN_TARGET, name: 'the plain function once more' } },
)
