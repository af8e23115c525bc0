import { beforeEach, describe, expect, test } from 'vitest'
import { generateSecret } from './generate-secret.ts'
import { sign, type WebhookHeaders } from './sign.ts'
import { type HeadersLike, type VerifyOptions, verify } from './verify.ts'

const signedAt = 1_800_000_000
const now = signedAt * 1000
const payload = '{"id":"evt_1","note":"₹ 1,500"}'
const secret = generateSecret(new Uint8Array(32).fill(7))
const otherSecret = generateSecret(new Uint8Array(32).fill(8))
let headers: WebhookHeaders

beforeEach(async () => {
  headers = await sign({ id: 'evt_1', timestampSeconds: signedAt, payload, secrets: [secret] })
})

function reasonOf(
  body: string | Uint8Array,
  sent: HeadersLike,
  key: string | string[],
  options: VerifyOptions = { now },
) {
  return expect(verify(body, sent, key, options)).rejects
}

describe('a delivery that is believed', () => {
  test('answers its JSON', async () => {
    expect(await verify(payload, headers, secret, { now })).toEqual({
      id: 'evt_1',
      note: '₹ 1,500',
    })
  })

  test('may come with headers in any case, as lists, or behind a getter', async () => {
    const shouted = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
    )
    const lists = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value]]),
    )
    const getter = new Map<string, string>(Object.entries(headers))
    for (const sent of [shouted, lists, getter]) {
      expect(await verify(payload, sent, secret, { now })).toMatchObject({ id: 'evt_1' })
    }
  })

  test('may be signed by a scheme of tomorrow as well', async () => {
    const sent = { ...headers, 'webhook-signature': `v1a,AAAA ${headers['webhook-signature']}` }
    expect(await verify(payload, sent, secret, { now })).toMatchObject({ id: 'evt_1' })
  })
})

describe('rotation', () => {
  test('a sender with both secrets is believed by receivers with either', async () => {
    const both = await sign({
      id: 'evt_1',
      timestampSeconds: signedAt,
      payload,
      secrets: [otherSecret, secret],
    })
    expect(await verify(payload, both, secret, { now })).toMatchObject({ id: 'evt_1' })
    expect(await verify(payload, both, otherSecret, { now })).toMatchObject({ id: 'evt_1' })
  })

  test('a receiver with both secrets believes a sender with either', async () => {
    expect(await verify(payload, headers, [otherSecret, secret], { now })).toMatchObject({
      id: 'evt_1',
    })
  })

  test('after the rotation the old secret is believed no longer', async () => {
    await reasonOf(payload, headers, otherSecret).toMatchObject({ reason: 'no_matching_signature' })
    await reasonOf(payload, headers, []).toMatchObject({ reason: 'no_matching_signature' })
  })
})

describe('tolerance', () => {
  test.each([-300, 0, 300])('a delivery signed %i seconds ago is believed', async (age) => {
    expect(await verify(payload, headers, secret, { now: now + age * 1000 })).toMatchObject({
      id: 'evt_1',
    })
  })

  test('301 seconds is too old, and 301 seconds ahead too new', async () => {
    await reasonOf(payload, headers, secret, { now: now + 301_000 }).toMatchObject({
      reason: 'timestamp_too_old',
    })
    await reasonOf(payload, headers, secret, { now: now - 301_000 }).toMatchObject({
      reason: 'timestamp_too_new',
    })
  })

  test('the receiver may widen or narrow it', async () => {
    const late = now + 600_000
    expect(
      await verify(payload, headers, secret, { now: late, toleranceSeconds: 600 }),
    ).toMatchObject({ id: 'evt_1' })
    await reasonOf(payload, headers, secret, {
      now: now + 2000,
      toleranceSeconds: 1,
    }).toMatchObject({
      reason: 'timestamp_too_old',
    })
  })

  test('without a time handed in, the system’s clock decides', async () => {
    await reasonOf(payload, { ...headers, 'webhook-timestamp': '1000' }, secret, {}).toMatchObject({
      reason: 'timestamp_too_old',
    })
  })
})

describe('tampering', () => {
  test('one changed character of the body is noticed', async () => {
    await reasonOf(payload.replace('1,500', '9,500'), headers, secret).toMatchObject({
      reason: 'no_matching_signature',
    })
  })

  test('another id or time under the same signature is noticed', async () => {
    for (const change of [
      { 'webhook-id': 'evt_2' },
      { 'webhook-timestamp': String(signedAt + 1) },
    ]) {
      await reasonOf(payload, { ...headers, ...change }, secret).toMatchObject({
        reason: 'no_matching_signature',
      })
    }
  })

  test('a shortened, lengthened or empty signature is noticed', async () => {
    const whole = headers['webhook-signature']
    for (const forged of [whole.slice(0, -1), `${whole}A`, 'v1,', ' ']) {
      await reasonOf(payload, { ...headers, 'webhook-signature': forged }, secret).toMatchObject({
        reason: 'no_matching_signature',
      })
    }
  })
})

describe('what cannot be verified says why', () => {
  test.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])(
    '%s is missing',
    async (name) => {
      await reasonOf(payload, { ...headers, [name]: undefined }, secret).toMatchObject({
        name: 'WebhookVerificationError',
        reason: 'missing_header',
        message: `The header ${name} is missing.`,
      })
    },
  )

  test.each(['', 'yesterday', '-1', '1e3', '1800000000.5', '99999999999999'])(
    'the time is %j',
    async (time) => {
      await reasonOf(payload, { ...headers, 'webhook-timestamp': time }, secret).toMatchObject({
        reason: time === '' ? 'missing_header' : 'malformed_timestamp',
      })
    },
  )

  test.each(['', 'whsec_', 'whsec_short', 'whsec_!!!!'])(
    'the receiver’s secret is %j',
    async (wrong) => {
      await reasonOf(payload, headers, wrong).toMatchObject({ reason: 'malformed_secret' })
    },
  )

  test('a body that was parsed before verifying', async () => {
    const parsed = JSON.parse(payload) as string
    await reasonOf(parsed, headers, secret).toMatchObject({ reason: 'payload_not_raw' })
  })

  test('a body that is not JSON although its signature is right', async () => {
    const signed = await sign({
      id: 'evt_1',
      timestampSeconds: signedAt,
      payload: 'paid',
      secrets: [secret],
    })
    await reasonOf('paid', signed, secret).toMatchObject({ reason: 'malformed_payload' })
  })
})
