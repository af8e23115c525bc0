import { generateSecret, sign } from '@upi-autopay/webhooks'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Receiver, startReceiver } from './receiver.ts'

const secret = generateSecret(new Uint8Array(32).fill(1))
let receiver: Receiver

beforeEach(async () => {
  receiver = await startReceiver()
  receiver.trust(secret)
})
afterEach(() => receiver.close())

async function post(id: string, by = secret): Promise<number> {
  const payload = JSON.stringify({ id, type: 'mandate.activated' })
  const timestampSeconds = Math.floor(Date.now() / 1000)
  const headers = await sign({ id, timestampSeconds, payload, secrets: [by] })
  const response = await fetch(receiver.url, {
    method: 'POST',
    headers: { ...headers },
    body: payload,
  })
  return response.status
}

test('the first post is turned away; sent again, it counts once', async () => {
  expect(await post('evt_1')).toBe(503)
  expect(await post('evt_1')).toBe(204)
  expect(await post('evt_1')).toBe(204)
  expect(receiver.events().map(({ id }) => id)).toEqual(['evt_1'])
  expect(receiver.counts()).toEqual({
    posts: 3,
    verified: 3,
    forged: 0,
    repeated: 1,
    turned_away: 1,
  })
})

test('a post that another secret signed is not believed', async () => {
  expect(await post('evt_1', generateSecret(new Uint8Array(32).fill(2)))).toBe(400)
  expect(receiver.events()).toEqual([])
  expect(receiver.counts()).toMatchObject({ posts: 1, verified: 0, forged: 1 })
})
