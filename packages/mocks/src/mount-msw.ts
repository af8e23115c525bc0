import { type HttpHandler, http } from 'msw'
import type { Respond } from './neutral.ts'
import { readRequest } from './read-request.ts'
import { toResponse } from './to-response.ts'

/**
 * The API for `setupServer` and `setupWorker`: one handler for all of `/v1`, whatever the method. MSW compiles
 * and tries every handler anew at each request, so a handler per route would cost more than the answer;
 * and the routes of both faces are found by one table. Handlers given to `server.use()` still come first.
 */
export function mountOnMsw(baseUrl: string, respond: Respond): HttpHandler[] {
  const everything = new RegExp(`^${literally(baseUrl)}/v1(?:/|$)`)
  return [
    http.all(everything, async ({ request }) => {
      const read = readRequest(request, baseUrl)
      return read === null ? undefined : toResponse(await respond(read))
    }),
  ]
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
