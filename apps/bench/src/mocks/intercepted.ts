/**
 * Reads a mandate through MSW, in turns with an empty handler, and prints the medians as JSON. Run by `benchMocks`
 * with the name of the package under test, `msw` or `msw-2`: one process has one version.
 */
import { registerHooks } from 'node:module'
import type { HttpHandler } from 'msw'
import { makeMandate, readMandate } from './mandate.ts'
import { median, rate } from './rate.ts'

const ROUNDS = 9
const ROUND_MS = 700
const WARM_UP_MS = 500

const msw = process.argv[2] ?? 'msw'
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.replace(/^msw(?=\/|$)/, msw), {
      ...context,
      // The mocks themselves have the older version only for their tests; here it is this program's.
      ...(/^msw(\/|$)/.test(specifier) && { parentURL: import.meta.url }),
    }),
})
const { createAutopay } = await import('@upi-autopay/mocks')
const { http } = await import('msw')
const { setupServer } = await import('msw/node')

const mock = createAutopay()
const { url, headers } = await makeMandate(mock)
const empty = http.get(`${mock.baseUrl}/v1/mandates/:id`, () => new Response())

const emptyRates: number[] = []
const mockRates: number[] = []
await intercepted([empty], readNothing, WARM_UP_MS)
await intercepted(mock.handlers, readIt, WARM_UP_MS)
for (let round = 0; round < ROUNDS; round++) {
  emptyRates.push(await intercepted([empty], readNothing, ROUND_MS))
  mockRates.push(await intercepted(mock.handlers, readIt, ROUND_MS))
}
console.log(JSON.stringify({ empty: median(emptyRates), mock: median(mockRates) }))

async function intercepted(
  handlers: readonly HttpHandler[],
  call: () => Promise<void>,
  ms: number,
): Promise<number> {
  const server = setupServer(...handlers)
  server.listen()
  try {
    return await rate(call, ms)
  } finally {
    server.close()
  }
}

function readIt(): Promise<void> {
  return readMandate(fetch(url, { headers }))
}

async function readNothing(): Promise<void> {
  const answer = await fetch(url, { headers })
  await answer.text()
}
