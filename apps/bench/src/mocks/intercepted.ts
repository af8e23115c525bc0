/**
 * Reads a mandate through MSW, in turns with an empty handler, and prints the median rates as JSON. Run by
 * `benchMocks` with the name of the package under test, `msw` or `msw-2`: one process has one version.
 */
import { registerHooks } from 'node:module'
import { median } from '../median.ts'
import { makeMandate, readMandate } from './mandate.ts'
import { rate } from './rate.ts'

/** Many short turns instead of few long ones: what else the machine does then falls on both alike. */
const TURNS = 201
const CALLS_PER_TURN = 10
/** Until the compiler has seen enough of both. */
const WARM_UP_MS = 5_000

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
const contenders = {
  empty: {
    handlers: [http.get(`${mock.baseUrl}/v1/mandates/:id`, () => new Response())],
    call: async () => {
      await (await fetch(url, { headers })).text()
    },
  },
  mock: { handlers: mock.handlers, call: () => readMandate(fetch(url, { headers })) },
}
const rates: Record<keyof typeof contenders, number[]> = { empty: [], mock: [] }

const server = setupServer()
server.listen()
const began = performance.now()
for (let turn = 0; performance.now() - began < WARM_UP_MS; turn++) await takeTurn(turn)
for (const figures of Object.values(rates)) figures.length = 0
for (let turn = 0; turn < TURNS; turn++) await takeTurn(turn)
server.close()
console.log(JSON.stringify({ empty: median(rates.empty), mock: median(rates.mock) }))

/** Both once, the one that begins changing from turn to turn. */
async function takeTurn(turn: number): Promise<void> {
  const order = ['empty', 'mock'] as const
  for (const name of turn % 2 === 0 ? order : order.toReversed()) {
    const { handlers, call } = contenders[name]
    server.resetHandlers(...handlers)
    rates[name].push(await rate(call, { calls: CALLS_PER_TURN }))
  }
}
