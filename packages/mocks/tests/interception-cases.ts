import type { Mandate, Problem } from '@upi-autopay/contract'
import type { HttpHandler } from 'msw'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createAutopay } from '../src/index.ts'
import { apiOf, collectOnce, MANDATE } from './sample.ts'

interface Server {
  listen(options: object): void
  use(...handlers: HttpHandler[]): void
  resetHandlers(): void
  close(): void
}

/** What holds of the MSW face on every major version of MSW. */
export function interceptionCases(msw: {
  setupServer: (...handlers: HttpHandler[]) => Server
  answerInstead: (url: string, status: number) => HttpHandler
  /** That version's own class, to be sure that it is the one under test. */
  HttpHandler: unknown
}): void {
  const mock = createAutopay()
  const server = msw.setupServer(...mock.handlers)
  const api = apiOf(mock)
  // 2 names the strategy for what is not mocked one way, 3 the other.
  beforeAll(() => server.listen({ onUnhandledRequest: 'error', onUnhandledFrame: 'error' }))
  afterEach(() => {
    server.resetHandlers()
    mock.reset()
  })
  afterAll(() => server.close())

  test('the handlers are of this version', () => {
    expect(mock.handlers.map((handler) => handler.constructor)).toEqual([msw.HttpHandler])
  })

  test('a mandate is registered and read back over the platform’s fetch', async () => {
    const made = await api<Mandate>('POST', '/v1/mandates', MANDATE)
    expect(made.status).toBe(201)
    expect(made.body.authorization?.upi_link).toMatch(/^upi:\/\/mandate\?/)
    const read = await api<Mandate>('GET', `/v1/mandates/${made.body.id}`)
    expect(read.body).toEqual(made.body)
    expect(read.headers.get('etag')).toBe('"1"')
    expect(read.headers.get('request-id')).toMatch(/^req_/)
  })

  test('a mandate is approved, notified and debited while the test moves the clock', async () => {
    const debit = await collectOnce(mock)
    expect(debit).toMatchObject({ status: 'succeeded', amount: 60_100 })
    expect(debit.rrn).toMatch(/^\d{12}$/)
  })

  test('the picture of the link arrives as bytes', async () => {
    const { body } = await api<Mandate>('POST', '/v1/mandates', MANDATE)
    const picture = await fetch(`${mock.baseUrl}/v1/mandates/${body.id}/qr.png`, {
      headers: { authorization: `Bearer ${mock.apiKey}` },
    })
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect([...new Uint8Array(await picture.arrayBuffer())].slice(1, 4)).toEqual([80, 78, 71])
  })

  test('a filter in the query reaches the list', async () => {
    await api('POST', '/v1/mandates', MANDATE)
    const pending = await api<{ data: Mandate[] }>('GET', '/v1/mandates?status=pending&limit=5')
    const active = await api<{ data: Mandate[] }>('GET', '/v1/mandates?status=active')
    expect(pending.body.data).toHaveLength(1)
    expect(active.body.data).toEqual([])
  })

  test('a path of the API that does not exist is refused as the server would refuse it', async () => {
    const answer = await api<Problem>('GET', '/v1/mandats')
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.body).toMatchObject({
      code: 'route_not_found',
      detail: 'There is no GET /v1/mandats.',
    })
  })

  test('a test may answer one call differently by a handler of its own', async () => {
    server.use(msw.answerInstead(`${mock.baseUrl}/v1/account`, 503))
    expect((await fetch(`${mock.baseUrl}/v1/account`)).status).toBe(503)
    server.resetHandlers()
    expect((await api('GET', '/v1/account')).status).toBe(200)
  })

  test('what lies outside the API is left to the rest of the suite', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await expect(fetch(`${mock.baseUrl}/healthz`)).rejects.toThrow()
  })
}
