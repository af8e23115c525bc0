// What a receiver of webhooks does with nothing but the installed package.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { generateSecret, sign, verify, WebhookVerificationError } from '@upi-autopay/webhooks'

const secret = generateSecret(randomBytes(32))
const payload = '{"type":"mandate.activated"}'
const timestampSeconds = Math.floor(Date.now() / 1000)
const headers = await sign({ id: 'evt_1', timestampSeconds, payload, secrets: [secret] })

assert.deepEqual(await verify(payload, new Headers(headers), secret), { type: 'mandate.activated' })
await assert.rejects(verify(`${payload} `, headers, secret), WebhookVerificationError)
