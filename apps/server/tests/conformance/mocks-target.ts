import { CONFORMANCE_MERCHANTS, type Target } from '@upi-autopay/conformance'
import { createAutopay } from '@upi-autopay/mocks'
import { openReceiver } from './receiver.ts'

const { merchant, other } = CONFORMANCE_MERCHANTS

/** The plain function of the mocks: the fastest host, and so the one that the servers are held against. */
export const MOCKS_TARGET: Target = {
  name: 'the plain function of the mocks',
  openSession: async () => {
    const autopay = createAutopay({
      merchants: [merchant, other].map(
        ({ name, payee_vpa, mcc, approved_mccs, approved_exemptions }) => ({
          name,
          payeeVpa: payee_vpa,
          mcc,
          approvedMccs: approved_mccs,
          approvedExemptions: approved_exemptions,
        }),
      ),
    })
    const [mine, beside] = autopay.merchants.map(({ apiKey }) => ({
      baseUrl: autopay.baseUrl,
      apiKey,
      fetch: autopay.fetch,
    }))
    if (mine === undefined || beside === undefined) throw new Error('two merchants were asked for')
    return { merchant: mine, other: beside, close: async () => undefined }
  },
  supports: { openReceiver },
}
