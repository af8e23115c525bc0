import { Autopay } from '@upi-autopay/client'

/** Makes a merchant of its own as an operator does, and answers its client. */
export async function makeMerchant(
  { url, operatorToken }: { readonly url: string; readonly operatorToken: string },
  name: string,
): Promise<Autopay> {
  const response = await fetch(`${url}/operator/merchants`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${operatorToken}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name }),
  })
  if (!response.ok) throw new Error(`no merchant was made: ${await response.text()}`)
  const { test_key } = (await response.json()) as { test_key: string }
  return new Autopay({ apiKey: test_key, baseUrl: url })
}
