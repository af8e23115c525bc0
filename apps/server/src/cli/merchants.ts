import type { MerchantCreate, MerchantCreated } from '@upi-autopay/contract'
import { callOperator } from './call-operator.ts'

/** `merchants create`: prints the merchant with its first test key, as JSON. */
export async function createMerchant(
  draft: {
    readonly [K in keyof MerchantCreate]: MerchantCreate[K] | undefined
  },
): Promise<void> {
  const created = (await callOperator('POST', '/merchants', draft)) as MerchantCreated
  console.log(JSON.stringify(created, null, 2))
}

/** `merchants list`: prints every merchant, as JSON. */
export async function listMerchants(): Promise<void> {
  const { data } = (await callOperator('GET', '/merchants')) as { data: unknown[] }
  console.log(JSON.stringify(data, null, 2))
}
