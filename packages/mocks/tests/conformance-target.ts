import {
  CONFORMANCE_MERCHANTS,
  type FetchLike,
  type Session,
  type Target,
} from '@upi-autopay/conformance'
import type { HttpHandler } from 'msw'
import { type AutopayMock, createAutopay } from '../src/index.ts'

const { merchant, other } = CONFORMANCE_MERCHANTS

/** The mocks as a plain function. */
export const PLAIN_TARGET: Target = {
  name: 'the plain function of the mocks',
  openSession: async () => {
    const autopay = openMocks()
    return sessionOf(autopay, autopay.fetch)
  },
}

/** The mocks behind the platform's own fetch, intercepted by MSW. */
export function interceptedTarget(
  name: string,
  intercept: (handlers: HttpHandler[]) => { listen(): void; close(): void },
): Target {
  return {
    name,
    openSession: async () => {
      const autopay = openMocks()
      const server = intercept(autopay.handlers)
      server.listen()
      const session = sessionOf(autopay, (url, init) => globalThis.fetch(url, init))
      return { ...session, close: async () => server.close() }
    },
  }
}

function openMocks(): AutopayMock {
  const merchants = [merchant, other].map(
    ({ name, payee_vpa, mcc, approved_mccs, approved_exemptions }) => ({
      name,
      payeeVpa: payee_vpa,
      mcc,
      approvedMccs: approved_mccs,
      approvedExemptions: approved_exemptions,
    }),
  )
  return createAutopay({ merchants, baseUrl: 'http://autopay.test' })
}

function sessionOf({ baseUrl, merchants }: AutopayMock, fetch: FetchLike): Session {
  const [mine, beside] = merchants.map(({ apiKey }) => ({ baseUrl, apiKey, fetch }))
  if (mine === undefined || beside === undefined) throw new Error('two merchants were asked for')
  return { merchant: mine, other: beside, close: async () => undefined }
}
