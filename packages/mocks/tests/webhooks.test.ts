import type { Delivery, Mandate, WebhookEndpointCreated } from '@upi-autopay/contract'
import { verify } from '@upi-autopay/webhooks'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createAutopay, type MockDelivery } from '../src/index.ts'
import { apiOf, collectOnce, MANDATE } from './sample.ts'

describe('webhooks to a function', () => {
  test('every event of a debit arrives signed, in order, before the call that caused it answers', async () => {
    const got: MockDelivery[] = []
    const mock = createAutopay({ webhooks: { deliver: (delivery) => void got.push(delivery) } })
    await collectOnce(mock, mock.fetch)
    expect(got.map(({ event }) => event.type)).toEqual([
      'mandate.created',
      'mandate.activated',
      'notification.created',
      'notification.delivered',
      'presentation.created',
      'notification.used',
      'presentation.processing',
      'presentation.awaiting_payer',
      'presentation.succeeded',
    ])
    for (const { body, headers, event } of got)
      expect(await verify(body, headers, mock.webhooks.secret)).toEqual(event)
    expect(mock.webhooks.deliveries).toMatchObject(got.map(({ body }) => ({ body, status: 200 })))
  })

  test('signatures are dated by the system’s time, not by the test clock', async () => {
    const got: MockDelivery[] = []
    const systemNow = () => 1_800_000_000_500
    const mock = createAutopay({ systemNow, webhooks: { deliver: (one) => void got.push(one) } })
    await apiOf(mock, mock.fetch)('POST', '/v1/sandbox/mandates', MANDATE)
    expect(got[0]?.headers['webhook-timestamp']).toBe('1800000000')
    expect(got[0]?.event.created_at).toBe('2026-11-23T04:00:00.000Z')
  })

  test('a receiver may call the API itself', async () => {
    const seen: string[] = []
    const mock = createAutopay({
      webhooks: {
        deliver: async ({ event }) => {
          if (event.type === 'mandate.created') return
          const { id } = event.data.object as Mandate
          if (event.type === 'mandate.activated') await api('POST', `/v1/mandates/${id}/revoke`)
          const { body } = await api<Mandate>('GET', `/v1/mandates/${id}`)
          seen.push(`${event.type} ${body.status}`)
        },
      },
    })
    const api = apiOf(mock, mock.fetch)
    await api('POST', '/v1/sandbox/mandates', MANDATE)
    expect(seen).toEqual(['mandate.activated revoked', 'mandate.revoked revoked'])
  })

  test('a receiver that throws is tried again later, and the request is none the worse', async () => {
    let system = 1_800_000_000_000
    let failures = 1
    const mock = createAutopay({
      systemNow: () => system,
      webhooks: {
        secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
        deliver: () => {
          if (failures-- > 0) throw new Error('out of order')
        },
      },
    })
    const api = apiOf(mock, mock.fetch)
    expect((await api('POST', '/v1/sandbox/mandates', MANDATE)).status).toBe(201)
    expect(mock.webhooks.deliveries).toMatchObject([
      { status: null, error: 'out of order' },
      { status: 200 },
    ])
    system += 5_000
    await mock.webhooks.deliverDue()
    expect(mock.webhooks.deliveries).toMatchObject([
      { status: null, event: { type: 'mandate.created' } },
      { status: 200, event: { type: 'mandate.activated' } },
      { status: 200, event: { type: 'mandate.created' } },
    ])
    const { body } = await api<{ data: Delivery[] }>('GET', '/v1/deliveries')
    expect(body.data.at(-1)).toMatchObject({
      status: 'succeeded',
      attempts: [{ number: 1 }, { number: 2 }],
    })
  })

  test('each merchant’s events arrive with its id, and survive a reset through the API', async () => {
    const got: MockDelivery[] = []
    const mock = createAutopay({
      merchants: [{}, {}],
      webhooks: { deliver: (delivery) => void got.push(delivery) },
    })
    for (const { apiKey } of mock.merchants) {
      const api = apiOf({ baseUrl: mock.baseUrl, apiKey }, mock.fetch)
      await api('POST', '/v1/sandbox/reset')
      await api('POST', '/v1/sandbox/mandates', MANDATE)
    }
    const [first, second] = mock.merchants.map(({ merchantId }) => merchantId)
    expect(got.map(({ merchantId }) => merchantId)).toEqual([first, first, second, second])
  })
})

describe('webhooks to an address', () => {
  const URL = 'https://shop.example/hooks'
  const got: { headers: Headers; body: string }[] = []
  let status = 204
  const shop = setupServer(
    http.post(URL, async ({ request }) => {
      got.push({ headers: request.headers, body: await request.text() })
      return new HttpResponse(null, { status })
    }),
  )
  beforeAll(() => shop.listen())
  afterEach(() => {
    got.length = 0
    status = 204
  })
  afterAll(() => shop.close())

  test('an endpoint registered through the API is posted to, signed with its own secret', async () => {
    const mock = createAutopay()
    const api = apiOf(mock, mock.fetch)
    const { body: endpoint } = await api<WebhookEndpointCreated>('POST', '/v1/webhook_endpoints', {
      url: URL,
      events: ['mandate.activated'],
    })
    await api('POST', '/v1/sandbox/mandates', MANDATE)
    expect(got).toHaveLength(1)
    for (const { headers, body } of got)
      expect(await verify(body, headers, endpoint.secret)).toMatchObject({
        type: 'mandate.activated',
      })
    expect(await mock.webhooks.secretOf(endpoint.id)).toBe(endpoint.secret)
    expect(await mock.webhooks.secretOf('whk_unknown')).toBeNull()
  })

  test('an address given at the start needs no endpoint, and a failing one does not fail the request', async () => {
    status = 500
    const mock = createAutopay({ webhooks: { url: URL } })
    const api = apiOf(mock, mock.fetch)
    expect((await api('POST', '/v1/mandates', MANDATE)).status).toBe(201)
    expect(got).toHaveLength(1)
    expect(mock.webhooks.deliveries).toMatchObject([{ url: URL, status: 500, error: null }])
  })

  test('an address where nobody listens is a failed attempt in the delivery log', async () => {
    shop.use(http.post(URL, () => HttpResponse.error()))
    const mock = createAutopay({ webhooks: { url: URL } })
    const api = apiOf(mock, mock.fetch)
    expect((await api('POST', '/v1/mandates', MANDATE)).status).toBe(201)
    const { body } = await api<{ data: Delivery[] }>('GET', '/v1/deliveries')
    expect(body.data).toMatchObject([{ status: 'retrying', attempts: [{ response: null }] }])
  })
})
