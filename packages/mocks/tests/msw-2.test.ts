import type { HttpHandler as AnyHandler } from 'msw'
import { HttpHandler, HttpResponse, http } from 'msw-2'
import { setupServer } from 'msw-2/node'
import { describe, vi } from 'vitest'
import { interceptionCases } from './interception-cases.ts'

// The package's own import of its peer: here it finds the older major version, as in a project that has that one.
vi.mock('msw', async () => await import('msw-2'))

/** The handlers of both majors are one shape to a reader and two to the compiler. */
type SetupServer = Parameters<typeof interceptionCases>[0]['setupServer']

describe('the API through MSW 2', () => {
  interceptionCases({
    HttpHandler,
    setupServer: setupServer as unknown as SetupServer,
    answerInstead: (url, status) =>
      http.get(url, () => new HttpResponse(null, { status })) as unknown as AnyHandler,
  })
})
