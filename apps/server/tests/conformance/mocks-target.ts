import { CONFORMANCE_MERCHANTS, type MerchantAccess, type Target } from '@upi-autopay/conformance'
import { createAutopay, type MockMerchantOptions } from '@upi-autopay/mocks'
import { openReceiver } from './receiver.ts'

const { merchant, other } = CONFORMANCE_MERCHANTS

/** The plain function of the mocks: the fastest host, and so the one that the servers are held against. */
export const MOCKS_TARGET: Target = {
  name: 'the plain function of the mocks',
  openSession: async () => {
    const [mine, beside] = merchantsOf([optionsOf(merchant), optionsOf(other)])
    if (mine === undefined || beside === undefined) throw new Error('two merchants were asked for')
    return {
      merchant: mine,
      other: beside,
      merchantWith: async (policy) => {
        const of = { ...optionsOf(merchant), policy: Object.fromEntries(Object.entries(policy)) }
        const [third] = merchantsOf([of])
        if (third === undefined) throw new Error('a merchant was asked for')
        return third
      },
      close: async () => undefined,
    }
  },
  supports: { openReceiver, merchantPolicies: true },
}

/** Mocks of one seed make up the same ids: those of several are to differ, as those of a server do. */
let seed = 0

function merchantsOf(merchants: readonly MockMerchantOptions[]): MerchantAccess[] {
  const autopay = createAutopay({ merchants, seed: ++seed })
  const { baseUrl, fetch } = autopay
  return autopay.merchants.map(({ apiKey }) => ({ baseUrl, apiKey, fetch }))
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
