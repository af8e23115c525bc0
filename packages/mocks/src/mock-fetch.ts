import type { Respond } from './neutral.ts'
import { readFetchArguments } from './read-request.ts'
import { toResponse } from './to-response.ts'

/** The platform's fetch, answered by the mocks without any interception. */
export type MockFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

/**
 * The API as a plain fetch function. Nothing ever leaves for the network: an address outside the base URL
 * fails as an unreachable host does, and says which addresses are answered.
 *
 * @throws TypeError for an address outside the base URL
 * @throws the signal's reason when the caller aborts, as fetch does
 */
export function createMockFetch(baseUrl: string, respond: Respond): MockFetch {
  return async (input, init = {}) => {
    init.signal?.throwIfAborted()
    const request = readFetchArguments(input, init, baseUrl)
    if (request === null) throw new TypeError(`fetch failed: these mocks answer at ${baseUrl} only`)
    const answer = await respond(request)
    init.signal?.throwIfAborted()
    return toResponse(answer)
  }
}
