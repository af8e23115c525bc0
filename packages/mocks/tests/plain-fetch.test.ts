import type { Mandate, Problem } from '@upi-autopay/contract'
import { describe, expect, test } from 'vitest'
import { createAutopay } from '../src/index.ts'
import { apiOf, collectOnce, MANDATE } from './sample.ts'

describe('the API as a plain fetch function', () => {
  test('a debit is collected without any interception', async () => {
    const mock = createAutopay()
    expect(await collectOnce(mock, mock.fetch)).toMatchObject({ status: 'succeeded' })
  })

  test('a Request object is answered like its parts', async () => {
    const mock = createAutopay()
    const request = new Request(`${mock.baseUrl}/v1/mandates`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${mock.apiKey}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(MANDATE),
    })
    const made = (await (await mock.fetch(request)).json()) as Mandate
    const url = new URL(`${mock.baseUrl}/v1/mandates/${made.id}?unknown=1#top`)
    const headers = new Headers({ authorization: `Bearer ${mock.apiKey}` })
    expect(await (await mock.fetch(url, { headers })).json()).toEqual(made)
  })

  test('bytes and forms as bodies are read as the platform reads them', async () => {
    const mock = createAutopay()
    const answer = await mock.fetch(`${mock.baseUrl}/v1/mandates`, {
      method: 'POST',
      headers: [
        ['authorization', `Bearer ${mock.apiKey}`],
        ['content-type', 'application/json'],
      ],
      body: new TextEncoder().encode(JSON.stringify(MANDATE)),
    })
    expect(answer.status).toBe(201)
  })

  test('an address elsewhere is unreachable, and the failure says where the mocks answer', async () => {
    const mock = createAutopay({ baseUrl: 'https://api.example/' })
    await expect(mock.fetch('https://api.example.org/v1/account')).rejects.toThrow(
      'these mocks answer at https://api.example only',
    )
    expect((await apiOf(mock, mock.fetch)('GET', '/v1/account')).status).toBe(200)
  })

  test('a caller that gave up gets its own reason', async () => {
    const mock = createAutopay()
    const signal = AbortSignal.abort(new Error('no longer wanted'))
    await expect(mock.fetch(`${mock.baseUrl}/v1/account`, { signal })).rejects.toThrow(
      'no longer wanted',
    )
  })
})

describe('what is refused, in the order of the API', () => {
  const mock = createAutopay()
  const key = { authorization: `Bearer ${mock.apiKey}` }
  const json = { 'content-type': 'application/json' }
  const send = async (method: string, path: string, init: RequestInit = {}): Promise<Problem> => {
    const answer = await mock.fetch(mock.baseUrl + path, { method, ...init })
    const problem = (await answer.json()) as Problem
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.headers.get('request-id')).toBe(problem.request_id)
    expect(problem.status).toBe(answer.status)
    return problem
  }
  const large = JSON.stringify({ description: 'x'.repeat(1_000_000) })

  test.each([
    ['a route that does not exist', 'GET', '/v2/mandates', {}, 404, 'route_not_found'],
    ['a method that a path does not take', 'PUT', '/v1/mandates', {}, 404, 'route_not_found'],
    ['no key', 'POST', '/v1/mandates', { headers: json, body: large }, 401, 'unauthenticated'],
    [
      'a body of a megabyte',
      'POST',
      '/v1/mandates',
      { headers: { ...key, 'content-type': 'text/plain' }, body: large },
      413,
      'body_too_large',
    ],
    [
      'a body that says it is text',
      'POST',
      '/v1/mandates',
      { headers: { ...key, 'content-type': 'text/plain' }, body: '{' },
      415,
      'unsupported_media_type',
    ],
    [
      'malformed JSON',
      'POST',
      '/v1/mandates',
      { headers: { ...key, ...json }, body: '{"amount": 1,' },
      400,
      'malformed_json',
    ],
    [
      'no body where one is needed',
      'POST',
      '/v1/mandates',
      { headers: key },
      400,
      'invalid_request',
    ],
    [
      'a path that is not UTF-8',
      'GET',
      '/v1/mandates/%E0%A4%A',
      { headers: key },
      404,
      'route_not_found',
    ],
    [
      'a filter that is given twice',
      'GET',
      '/v1/mandates?status=active&status=pending',
      { headers: key },
      400,
      'invalid_request',
    ],
    [
      'an id that does not exist',
      'GET',
      '/v1/mandates/mdt_unknown',
      { headers: key },
      404,
      'not_found',
    ],
  ] as const)('%s', async (_, method, path, init, status, code) => {
    expect(await send(method, path, init)).toMatchObject({ status, code })
  })

  test('everything that is wrong with a body is named at once', async () => {
    const body = JSON.stringify({
      ...MANDATE,
      frequency: 'hourly',
      start_date: '2026-02-30',
      colour: 1,
    })
    const { errors } = await send('POST', '/v1/mandates', { headers: { ...key, ...json }, body })
    expect(errors?.map(({ pointer }) => pointer).sort()).toEqual([
      '/colour',
      '/frequency',
      '/start_date',
    ])
  })

  test('a state that does not allow it says what is allowed', async () => {
    const api = apiOf(mock, mock.fetch)
    const { body } = await api<Mandate>('POST', '/v1/sandbox/mandates', MANDATE)
    const problem = await send('POST', `/v1/sandbox/mandates/${body.id}/resume`, { headers: key })
    expect(problem).toMatchObject({ status: 409, code: 'state_conflict' })
    expect(problem.allowed_actions).toContain('revoke')
  })

  test('a broken rule names the rule and its source', async () => {
    const body = JSON.stringify({
      ...MANDATE,
      reference_id: 'member-00043',
      end_date: '2026-11-01',
    })
    const problem = await send('POST', '/v1/mandates', { headers: { ...key, ...json }, body })
    expect(problem.status).toBe(422)
    expect(problem.rule?.source.title).toBeTypeOf('string')
  })

  test('an equal request with the same idempotency key gets the stored answer', async () => {
    const init = {
      method: 'POST',
      headers: { ...key, ...json, 'Idempotency-Key': 'once' },
      body: JSON.stringify({ ...MANDATE, reference_id: 'member-00044' }),
    }
    const first = await mock.fetch(`${mock.baseUrl}/v1/mandates`, init)
    const second = await mock.fetch(`${mock.baseUrl}/v1/mandates`, init)
    expect(await second.json()).toEqual(await first.json())
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    const other = { ...init, body: JSON.stringify({ ...MANDATE, reference_id: 'member-00045' }) }
    expect(await send('POST', '/v1/mandates', other)).toMatchObject({
      code: 'idempotency_mismatch',
    })
  })
})

describe('a bug on the mocks’ side', () => {
  test('an answer off the contract is a 500 that names the place', async () => {
    const mock = createAutopay({ merchants: [{ mcc: '58' }] })
    const { status, body } = await apiOf(mock, mock.fetch)<Problem>('GET', '/v1/account')
    expect(status).toBe(500)
    expect(body).toMatchObject({ code: 'internal_error' })
    expect(body.detail).toContain('mcc must be a merchant category code of four digits')
  })
})
