import { alikeSuite } from '@upi-autopay/conformance'
import { setupServer } from 'msw/node'
import { afterAll, describe, expect, test } from 'vitest'
import { interceptedTarget, PLAIN_TARGET } from './conformance-target.ts'

alikeSuite(
  { afterAll, describe, expect, test },
  {
    reference: PLAIN_TARGET,
    host: interceptedTarget('MSW 3', (handlers) => setupServer(...handlers)),
  },
)
