import { generateSecret, sign } from '@upi-autopay/webhooks'
import { expect, test } from 'vitest'
import { Autopay } from './client.ts'

const secret = generateSecret(new Uint8Array(32).fill(7))
const payload = JSON.stringify({
  id: 'evt_1',
  type: 'mandate.activated',
  data: { object: { id: 'mdt_1' } },
})

test('an event signed with the endpoint’s secret is believed, another is not', async () => {
  const { webhooks } = new Autopay({ apiKey: 'upi_test_sk_1' })
  const headers = await sign({
    id: 'evt_1',
    timestampSeconds: 1_800_000_000,
    payload,
    secrets: [secret],
  })
  const now = 1_800_000_000_000
  const event = await webhooks.verify(payload, { ...headers }, secret, { now })
  expect(event.type === 'mandate.activated' && event.data.object.id).toBe('mdt_1')
  await expect(
    webhooks.verify(payload.replace('mdt_1', 'mdt_2'), { ...headers }, secret, { now }),
  ).rejects.toMatchObject({
    reason: 'no_matching_signature',
  })
})
