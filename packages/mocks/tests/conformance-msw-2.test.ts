import { alikeSuite } from '@upi-autopay/conformance'
import type { setupServer as setupServer3 } from 'msw/node'
import { setupServer } from 'msw-2/node'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { interceptedTarget, PLAIN_TARGET } from './conformance-target.ts'

// The package's own import of its peer: here it finds the older major version, as in a project that has that one.
vi.mock('msw', async () => await import('msw-2'))

/** The handlers of both majors are one shape to a reader and two to the compiler. */
const setup = setupServer as unknown as typeof setupServer3

alikeSuite(
  { afterAll, describe, expect, test },
  {
    reference: PLAIN_TARGET,
    host: interceptedTarget('MSW 2', (handlers) => setup(...handlers)),
  },
)
