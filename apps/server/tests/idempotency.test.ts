import { createPgliteStore } from '@upi-autopay/postgres'
import { describe, expect, test } from 'vitest'
import { mandateBody, startTestServer } from './start-test-server.ts'

const KEY = { 'Idempotency-Key': 'same' }

describe('an idempotency key makes a repeat safe', () => {
  test('the same request gets the stored answer, marked as replayed', async () => {
    const { call } = await startTestServer()
    const first = await call('POST /v1/mandates', mandateBody(), KEY)
    const again = await call('POST /v1/mandates', mandateBody(), KEY)
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    expect(first.headers.get('idempotent-replayed')).toBeNull()
    expect(again.headers.get('idempotent-replayed')).toBe('true')
  })

  test('another body under the same key is a mismatch', async () => {
    const { call } = await startTestServer()
    await call('POST /v1/mandates', mandateBody(), KEY)
    const other = await call('POST /v1/mandates', mandateBody({ amount: 60_000 }), KEY)
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_mismatch'])
  })

  test('a refusal is not kept: the corrected request goes through under the same key', async () => {
    const { call } = await startTestServer()
    const refused = await call('POST /v1/mandates', mandateBody({ amount: 99 }), KEY)
    const corrected = await call('POST /v1/mandates', mandateBody(), KEY)
    expect([refused.status, corrected.status]).toEqual([422, 201])
  })

  test.each([
    ['in memory', undefined],
    ['on PGlite', createPgliteStore],
  ])('64 equal requests at once make one mandate and get one answer, %s', async (_, open) => {
    const { call } = await startTestServer(open === undefined ? {} : { store: await open() })
    const body = mandateBody()
    const answers = await Promise.all(
      Array.from({ length: 64 }, () => call('POST /v1/mandates', body, KEY)),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
    expect((await call('GET /v1/mandates')).body.data).toHaveLength(1)
  })

  test("the replay of an endpoint's creation does not tell its secret again", async () => {
    const { call } = await startTestServer()
    const body = { url: 'https://example.com/hook', events: ['*'] }
    const first = await call('POST /v1/webhook_endpoints', body, KEY)
    const again = await call('POST /v1/webhook_endpoints', body, KEY)
    expect(first.body.secret).toMatch(/^whsec_/)
    expect(again.body).toEqual({ ...first.body, secret: '' })
  })
})
