import type { AutopayMock } from '@upi-autopay/mocks'

const BODY = {
  reference_id: 'member-00042',
  flow: 'intent',
  payer: { name: 'Asha Rao' },
  description: 'Daily deposit',
  amount_rule: 'max',
  amount: 50_000,
  frequency: 'daily',
  start_date: '2026-11-23',
  end_date: '2027-11-22',
}

/** Makes the mandate that is read over and over; answers its address and the headers to read it with. */
export async function makeMandate(
  mock: AutopayMock,
): Promise<{ url: string; headers: Record<string, string> }> {
  const headers = { authorization: `Bearer ${mock.apiKey}` }
  const made = await mock.fetch(`${mock.baseUrl}/v1/sandbox/mandates`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(BODY),
  })
  const { id } = (await made.json()) as { id: string }
  if (made.status !== 201) throw new Error(`the mandate was answered with ${made.status}`)
  return { url: `${mock.baseUrl}/v1/mandates/${id}`, headers }
}

/** Reads it and the whole body, and accepts nothing but the mandate. */
export async function readMandate(answering: Promise<Response>): Promise<void> {
  const answer = await answering
  const text = await answer.text()
  if (answer.status !== 200 || text.length < 500)
    throw new Error(`answered ${answer.status}: ${text}`)
}
