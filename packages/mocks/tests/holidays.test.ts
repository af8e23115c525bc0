import { createAutopay } from '@upi-autopay/mocks'
import { expect, test } from 'vitest'

test('T+1 passes over the holidays that a test names', async () => {
  const now = '2030-01-07T08:00:00+05:30'
  const holidays = { 2030: ['2030-01-08'] }
  const autopay = createAutopay({ now, holidays })
  const call = async (method: string, path: string, body?: object) => {
    const answer = await autopay.fetch(`${autopay.baseUrl}/v1${path}`, {
      method,
      headers: { authorization: 'Bearer upi_test_sk_mock', 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return (await answer.json()) as Record<string, unknown> & { data: Record<string, unknown>[] }
  }
  const mandate = await call('POST', '/sandbox/mandates', {
    reference_id: 'member-1',
    flow: 'intent',
    payer: { name: 'Asha Patil' },
    description: 'Daily deposit',
    amount_rule: 'max',
    amount: 500000,
    frequency: 'as_presented',
    start_date: '2030-01-07',
    end_date: '2031-01-06',
    settlement: 't1',
  })
  await call('POST', `/mandates/${String(mandate.id)}/presentations`, {
    instant: true,
    amount: 5000,
    reference_id: 'debit-1',
  })
  await autopay.clock.advance({ days: 3 })
  expect((await call('GET', '/settlements')).data).toMatchObject([{ settle_date: '2030-01-09' }])
})
