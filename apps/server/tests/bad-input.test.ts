import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { callerOf, mandateBody, startTestServer } from './start-test-server.ts'

/** Sends bytes as they are: fetch would not send some of these. */
function sendRaw(
  url: string,
  options: { method: string; path: string; headers: Record<string, string> },
  body: string,
) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const outgoing = request(url, options, (incoming) => {
      let text = ''
      incoming.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text }))
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

describe('a request that will not do gets a problem that names place, reason and remedy', () => {
  test('malformed JSON is told as such, with a request id that is also in the header', async () => {
    const { call } = await startTestServer()
    const { status, body, headers } = await call('POST /v1/mandates', '{"amount": 1,}')
    expect(status).toBe(400)
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(body).toMatchObject({ code: 'malformed_json', retry: 'after_fix' })
    expect(body.request_id).toBe(headers.get('request-id'))
    expect(body.doc).toMatch(/\/docs\/errors#malformed_json$/)
  })

  test('a body at fault under an id of the path does not lay the blame on the id', async () => {
    const { call } = await startTestServer()
    const told = await call('POST /v1/mandates/no-such-id/notifications', '{"amount":100}')
    expect(
      told.body.errors?.map(
        ({ in: place, pointer }: { in: string; pointer: string }) => place + pointer,
      ),
    ).toEqual(['body/debit_date'])
  })

  test('wrong types, unknown fields, an unknown frequency and a date that does not exist are named together', async () => {
    const { call } = await startTestServer()
    const told = await call(
      'POST /v1/mandates',
      mandateBody({ amount: '500', frequency: 'hourly', start_date: '2035-02-30', colour: 'red' }),
      { 'Idempotency-Key': 'k'.repeat(256) },
    )
    expect(told.status).toBe(400)
    expect(told.body.code).toBe('invalid_request')
    expect(told.body.errors).toEqual(
      expect.arrayContaining([
        {
          in: 'header',
          pointer: '/idempotency-key',
          message: 'must be 1 to 255 printable ASCII characters',
        },
        { in: 'body', pointer: '/amount', message: 'must be a whole number of paise' },
        {
          in: 'body',
          pointer: '/frequency',
          message: expect.stringContaining('must be one of one_time, daily'),
        },
        {
          in: 'body',
          pointer: '/start_date',
          message: '2035-02-30 is not a date that exists; use YYYY-MM-DD',
        },
        { in: 'body', pointer: '/colour', message: 'is not known here; remove it' },
      ]),
    )
    expect(told.body.errors).toHaveLength(5)
  })

  test('a query is checked like a body', async () => {
    const { call } = await startTestServer()
    const { status, body } = await call('GET /v1/mandates?limit=1000&colour=red')
    expect(status).toBe(400)
    expect(body.errors).toEqual([
      { in: 'query', pointer: '/limit', message: 'must be a whole number from 1 to 100' },
      { in: 'query', pointer: '/colour', message: 'is not known here; remove it' },
    ])
  })

  test('a body of a megabyte is too large, whoever has a key; without a key that comes first', async () => {
    const { call, url } = await startTestServer()
    const large = mandateBody({ description: 'x'.repeat(1_048_576) })
    const { status, body } = await call('POST /v1/mandates', large)
    expect(status).toBe(413)
    expect(body).toMatchObject({ code: 'body_too_large', limit: { body_bytes: 65_536 } })
    const stranger = await callerOf(url, null)('POST /v1/mandates', large)
    expect(stranger.status).toBe(401)
  })

  test('a body that is no JSON by its type is not guessed at', async () => {
    const { call } = await startTestServer()
    const { status, body } = await call('POST /v1/mandates', 'amount=1', {
      'Content-Type': 'application/x-www-form-urlencoded',
    })
    expect([status, body.code]).toEqual([415, 'unsupported_media_type'])
  })

  test('no key, an unknown key and a malformed header are all unauthenticated', async () => {
    const { url } = await startTestServer()
    for (const key of [null, 'upi_test_sk_unknown', 'two words']) {
      const { status, body, headers } = await callerOf(url, key)('GET /v1/account')
      expect([status, body.code]).toEqual([401, 'unauthenticated'])
      expect(headers.get('www-authenticate')).toBe('Bearer')
    }
  })

  test('a key without the scope is told which one it lacks', async () => {
    const { url, account, operatorToken } = await startTestServer()
    const operator = callerOf(url, operatorToken)
    const made = await operator(`POST /operator/merchants/${account.merchant_id}/keys`, {
      mode: 'test',
      scopes: ['read'],
    })
    const reader = callerOf(url, made.body.secret)
    expect((await reader('GET /v1/account')).status).toBe(200)
    const { status, body } = await reader('POST /v1/mandates', mandateBody())
    expect([status, body.code]).toEqual([403, 'scope_insufficient'])
    expect(body.detail).toContain('write')
  })

  test("another merchant's id is not found, as if it did not exist", async () => {
    const { call, url, operatorToken } = await startTestServer()
    const { body: mandate } = await call('POST /v1/mandates', mandateBody())
    const operator = callerOf(url, operatorToken)
    const { body: second } = await operator('POST /operator/merchants', { name: 'Second' })
    const other = callerOf(url, second.test_key)
    const foreign = await other(`GET /v1/mandates/${mandate.id}`)
    const missing = await other('GET /v1/mandates/mdt_00000000000000000000000000')
    expect([foreign.status, foreign.body.code]).toEqual([404, 'not_found'])
    expect([missing.status, missing.body.code]).toEqual([404, 'not_found'])
    expect((await other('GET /v1/mandates')).body.data).toEqual([])
  })

  test('a wrong state says what can be done instead', async () => {
    const { call } = await startTestServer()
    const { body: mandate } = await call('POST /v1/sandbox/mandates', mandateBody())
    const { status, body } = await call(`POST /v1/sandbox/mandates/${mandate.id}/resume`)
    expect(status).toBe(409)
    expect(body.allowed_actions).toEqual(mandate.allowed_actions)
  })

  test('a broken rule is named with its number and its source', async () => {
    const { call } = await startTestServer()
    const { status, body } = await call('POST /v1/mandates', mandateBody({ amount: 99 }))
    expect(status).toBe(422)
    expect(body.rule).toMatchObject({ id: 'amount.minimum', source: { key: expect.any(String) } })
    expect(body.limit).toBeDefined()
    expect(body.errors[0]).toMatchObject({ in: 'body', pointer: '/amount', rule: 'amount.minimum' })
  })

  test('a reference that is taken names the resource that has it', async () => {
    const { call } = await startTestServer()
    const { body: mandate } = await call('POST /v1/mandates', mandateBody())
    const { status, body } = await call('POST /v1/mandates', mandateBody())
    expect(status).toBe(409)
    expect(body.existing).toEqual({ object: 'mandate', id: mandate.id })
  })

  test('what is no route is told before the key is asked for, whatever the method or spelling', async () => {
    const { url } = await startTestServer()
    const stranger = callerOf(url, null)
    for (const route of [
      'GET /v1/nothing',
      'DELETE /v1/mandates',
      'OPTIONS /v1/mandates',
      'GET /V1/account',
      'GET /v1/mandates/',
    ]) {
      const { status, body } = await stranger(route)
      expect([route, status, body.code]).toEqual([route, 404, 'route_not_found'])
    }
  })

  test('a path that cannot be decoded is no route', async () => {
    const { url, testKey } = await startTestServer()
    const headers = { Authorization: `Bearer ${testKey}` }
    const { status, text } = await sendRaw(
      url,
      { method: 'GET', path: '/v1/mandates/%zz', headers },
      '',
    )
    expect(status).toBe(404)
    expect(JSON.parse(text)).toMatchObject({ code: 'route_not_found' })
  })

  test('a body in an encoding nobody knows, or not in the one declared, is refused', async () => {
    const { url, testKey } = await startTestServer()
    for (const [encoding, expected] of [
      ['br2', 415],
      ['gzip', 400],
    ] as const) {
      const headers = {
        Authorization: `Bearer ${testKey}`,
        'Content-Type': 'application/json',
        'Content-Encoding': encoding,
      }
      const { status, text } = await sendRaw(
        url,
        { method: 'POST', path: '/v1/mandates', headers },
        '{}',
      )
      expect([encoding, status]).toEqual([encoding, expected])
      expect(JSON.parse(text).request_id).toMatch(/^req_/)
    }
  })
})
