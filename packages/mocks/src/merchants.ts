import type { Account, Ids, MerchantClock } from '@upi-autopay/engine'
import type { Instant } from '@upi-autopay/rail'
import type { AutopayMockOptions, MockMerchantOptions } from './options.ts'

/** The key of the first merchant, unless another is given: a fixed one, so that it can stand in a test. */
export const MOCK_API_KEY = 'upi_test_sk_mock'

/** A merchant as the mocks begin with it. */
export interface MerchantStart {
  readonly account: Account
  readonly apiKey: string
}

/** The categories that a merchant of the mocks may collect for, so that most bodies just work. */
const APPROVED_MCCS = ['5968', '6012', '6300', '4900', '8299', '5413', '5960', '6211', '7322']

/** The merchants of the options as accounts, each with its own clock. */
export function startMerchants(
  options: AutopayMockOptions,
  { ids, begin, clock }: { ids: Ids; begin: Instant; clock: MerchantClock },
): MerchantStart[] {
  const wanted: readonly MockMerchantOptions[] = options.merchants ?? [{}]
  return wanted.map((merchant, index) => {
    const suffix = index === 0 ? '' : `_${index + 1}`
    const mcc = merchant.mcc ?? APPROVED_MCCS[0] ?? ''
    const approved_mccs = merchant.approvedMccs ?? [...new Set([mcc, ...APPROVED_MCCS])]
    return {
      apiKey: merchant.apiKey ?? `${options.apiKey ?? MOCK_API_KEY}${suffix}`,
      account: {
        merchant_id: ids.mint('merchant', begin),
        mode: 'test',
        name: merchant.name ?? `Mock Merchant${suffix.replace('_', ' ')}`,
        payee_vpa: merchant.payeeVpa ?? `mock.merchant${suffix.replace('_', '.')}@sim`,
        mcc,
        approved_mccs,
        approved_exemptions: merchant.approvedExemptions ?? [],
        settlement: 't1',
        policy: merchant.policy ?? {},
        bank_account: null,
        debits_stopped: false,
        metadata: {},
        revision: 1,
        sandbox: {
          value_table: options.settings?.value_table ?? options.scenario !== 'payer_decides',
          bank_preset: options.settings?.bank_preset ?? 'normal',
        },
        clock,
        created_at: begin,
        updated_at: begin,
      },
    }
  })
}
