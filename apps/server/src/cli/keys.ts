import { callOperator } from './call-operator.ts'

/** `keys create`: prints the key with its secret, as JSON. The secret is shown this once. */
export async function createKey(
  merchant_id: string,
  scopes: readonly string[] | undefined,
): Promise<void> {
  const path = `/merchants/${encodeURIComponent(merchant_id)}/keys`
  console.log(JSON.stringify(await callOperator('POST', path, { mode: 'test', scopes }), null, 2))
}
