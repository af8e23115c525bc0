import {
  CONFORMANCE_MERCHANTS,
  type FetchLike,
  type Session,
  type Target,
} from '@upi-autopay/conformance'
import type { MerchantPolicy } from '@upi-autopay/contract'
import type { HttpHandler } from 'msw'
import { type AutopayMock, createAutopay, type MockMerchantOptions } from '../src/index.ts'

const { merchant, other } = CONFORMANCE_MERCHANTS

/** The mocks as a plain function. */
export const PLAIN_TARGET: Target = {
  name: 'the plain function of the mocks',
  openSession: async () => {
    const autopay = openMocks([optionsOf(merchant), optionsOf(other)])
    return sessionOf(autopay, autopay.fetch)
  },
}

/** The same; a merchant with a policy of its own is the one merchant of further mocks. */
export const PLAIN_WITH_POLICIES: Target = {
  ...PLAIN_TARGET,
  openSession: async () => ({
    ...(await PLAIN_TARGET.openSession()),
    merchantWith: async (policy) => {
      const { baseUrl, apiKey, fetch } = openMocks([
        { ...optionsOf(merchant), policy: policyOf(policy) },
      ])
      return { baseUrl, apiKey, fetch }
    },
  }),
  supports: { merchantPolicies: true },
}

/** The mocks behind the platform's own fetch, intercepted by MSW. */
export function interceptedTarget(
  name: string,
  intercept: (handlers: HttpHandler[]) => { listen(): void; close(): void },
): Target {
  return {
    name,
    openSession: async () => {
      const autopay = openMocks([optionsOf(merchant), optionsOf(other)])
      const server = intercept(autopay.handlers)
      server.listen()
      const session = sessionOf(autopay, (url, init) => globalThis.fetch(url, init))
      return { ...session, close: async () => server.close() }
    },
  }
}

/** Mocks of one seed make up the same ids: those of several are to differ, as those of a server do. */
let seed = 0

function openMocks(merchants: readonly MockMerchantOptions[]): AutopayMock {
  return createAutopay({ merchants, seed: ++seed, baseUrl: 'http://autopay.test' })
}

function optionsOf(terms: typeof merchant | typeof other): MockMerchantOptions {
  const { name, payee_vpa, mcc, approved_mccs, approved_exemptions } = terms
  return {
    name,
    payeeVpa: payee_vpa,
    mcc,
    approvedMccs: approved_mccs,
    approvedExemptions: approved_exemptions,
  }
}

function policyOf(policy: MerchantPolicy): MockMerchantOptions['policy'] {
  return Object.fromEntries(Object.entries(policy))
}

function sessionOf({ baseUrl, merchants }: AutopayMock, fetch: FetchLike): Session {
  const [mine, beside] = merchants.map(({ apiKey }) => ({ baseUrl, apiKey, fetch }))
  if (mine === undefined || beside === undefined) throw new Error('two merchants were asked for')
  return { merchant: mine, other: beside, close: async () => undefined }
}
