import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toInstant } from '@upi-autopay/rail'
import { verify } from '@upi-autopay/webhooks'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createPost } from '../src/webhooks/post.ts'
import { refuseWebhookUrl } from '../src/webhooks/private-addresses.ts'
import { mandateBody, startTestServer, until } from './start-test-server.ts'

interface Received {
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** An endpoint that answers with the statuses given, then with 200. */
async function startReceiver(
  statuses: readonly number[],
): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  const server = createServer((req, res) => {
    let text = ''
    req.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
    req.on('end', () => {
      received.push({ headers: req.headers, text })
      res.writeHead(statuses[received.length - 1] ?? 200, { location: '/elsewhere' }).end('seen')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received }
}

/** System time that the test moves. */
function movableClock(): {
  now: () => ReturnType<typeof toInstant>
  advance: (ms: number) => void
} {
  let at = Date.now()
  return {
    now: () => toInstant(at),
    advance(ms) {
      at += ms
    },
  }
}

describe('webhooks', () => {
  test('are signed so that a receiver believes them, and sent again five seconds after a failure', async () => {
    const clock = movableClock()
    const { call } = await startTestServer({ clock })
    const { url, received } = await startReceiver([500])
    const { body: endpoint } = await call('POST /v1/webhook_endpoints', {
      url,
      events: ['mandate.created'],
    })
    const { body: mandate } = await call('POST /v1/mandates', mandateBody())
    await until(
      async () => received,
      ({ length }) => length === 1,
    )

    const [waiting] = (
      await until(
        () => call('GET /v1/deliveries'),
        ({ body }) => body.data[0]?.attempts.length === 1,
      )
    ).body.data
    expect(waiting).toMatchObject({ status: 'retrying', event_type: 'mandate.created' })
    expect(Date.parse(waiting.next_attempt_at) - Date.parse(waiting.attempts[0].at)).toBe(5000)

    clock.advance(5000)
    await until(
      async () => received,
      ({ length }) => length === 2,
    )
    const [first, second] = received as [Received, Received]
    expect(second.text).toBe(first.text)
    expect(second.headers['webhook-id']).toBe(first.headers['webhook-id'])
    expect(
      Number(second.headers['webhook-timestamp']) - Number(first.headers['webhook-timestamp']),
    ).toBe(5)
    for (const { text, headers } of received) {
      const event = await verify(text, headers, endpoint.secret, { now: clock.now() })
      expect(event).toMatchObject({
        type: 'mandate.created',
        data: { object: { id: mandate.id, authorization: mandate.authorization } },
      })
    }
    const [delivered] = (
      await until(
        () => call('GET /v1/deliveries'),
        ({ body }) => body.data[0]?.status === 'succeeded',
      )
    ).body.data
    expect(
      delivered.attempts.map(({ response }: { response: { status: number } }) => response.status),
    ).toEqual([500, 200])
  })

  test('do not follow a redirect', async () => {
    const { url, received } = await startReceiver([302])
    const post = createPost(movableClock(), 'loopback')
    const { response } = await post(
      { url, headers: {}, body: '{}' },
      { merchant_id: 'm', mode: 'test' },
    )
    expect([response?.status, received.length]).toEqual([302, 1])
  })

  test.each([
    ['http://127.0.0.1:9/', 'none'],
    ['http://localhost:9/', 'none'],
    ['http://[::1]:9/', 'none'],
    ['http://[::ffff:127.0.0.1]:9/', 'loopback'],
    ['http://127.0.0.2:9/', 'loopback'],
    ['http://10.0.0.1:9/', 'loopback'],
    ['http://169.254.169.254/', 'loopback'],
    ['http://[2002:7f00:1::]:9/', 'loopback'],
  ] as const)(
    'never connect to %s where %s private addresses are allowed',
    async (url, allowed) => {
      const post = createPost(movableClock(), allowed)
      const { response, error } = await post(
        { url, headers: {}, body: '{}' },
        { merchant_id: 'm', mode: 'test' },
      )
      expect(response).toBeNull()
      expect(error).toContain('not allowed')
    },
  )

  test.each([
    'http://10.1.2.3/hook',
    'http://169.254.169.254/latest',
    'http://192.168.1.1',
    'http://2130706434/',
    'http://0x7f000002/',
    'http://[fd00::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[::127.0.0.1]/',
    'http://[2002:a00:1::]/',
    'http://[2001:0:a00:1::]/',
    'http://db.internal/hook',
    'https://user:secret@example.com/hook',
  ])('an endpoint at %s is refused when it is made', async (url) => {
    const { call } = await startTestServer()
    const { status, body } = await call('POST /v1/webhook_endpoints', { url, events: ['*'] })
    expect([status, body.code]).toEqual([400, 'invalid_request'])
    expect(body.errors[0]).toMatchObject({ in: 'body', pointer: '/url' })
  })

  test('an endpoint on this machine is allowed by the operator alone', () => {
    expect(refuseWebhookUrl('http://127.0.0.1:3000/hook', 'loopback')).toBeNull()
    expect(refuseWebhookUrl('http://127.0.0.1:3000/hook', 'none')).toContain('private address')
    expect(refuseWebhookUrl('http://10.0.0.1/hook', 'all')).toBeNull()
    expect(refuseWebhookUrl('https://example.com/hook', 'none')).toBeNull()
    expect(refuseWebhookUrl('https://[2001:4860:4860::8888]/hook', 'none')).toBeNull()
  })
})
