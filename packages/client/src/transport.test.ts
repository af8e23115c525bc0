import { describe, expect, test } from 'vitest'
import type { AnswerHead } from './call-options.ts'
import { Autopay } from './client.ts'
import type { AutopayOptions } from './client-options.ts'
import { AutopayApiError, AutopayConnectionError, AutopayTimeoutError } from './errors.ts'

interface Sent {
  readonly url: string
  readonly method: string
  readonly headers: Record<string, string>
  readonly body: unknown
}

type Answer = Response | Error | 'silence'

/** A client over a network that answers from a list, and what was sent and slept. */
function clientOver(answers: readonly Answer[], options: Partial<AutopayOptions> = {}) {
  const sent: Sent[] = []
  const slept: number[] = []
  let now = 1_000_000
  const autopay = new Autopay({
    apiKey: 'upi_test_sk_1',
    baseUrl: 'https://autopay.test/',
    randomKey: () => `key-${sent.length}`,
    now: () => now,
    sleep: async (ms) => {
      slept.push(ms)
      now += ms
    },
    fetch: async (url, init) => {
      const headers = init.headers as Record<string, string>
      sent.push({
        url,
        method: init.method ?? '',
        headers,
        body: JSON.parse(String(init.body ?? 'null')),
      })
      const answer = answers[sent.length - 1]
      if (answer === undefined) throw new Error(`no answer was prepared for try ${sent.length}`)
      if (answer === 'silence') return await untilAborted(init.signal)
      if (answer instanceof Error) throw answer
      return answer
    },
    ...options,
  })
  return { autopay, sent, slept }
}

function untilAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) =>
    signal?.addEventListener('abort', () => reject(new Error('aborted'))),
  )
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers })
}

function problem(
  status: number,
  code: string,
  retry: string,
  headers: Record<string, string> = {},
): Response {
  const body = {
    type: '',
    title: code,
    status,
    code,
    detail: `It is ${code}`,
    retry,
    remedy: '',
    doc: '',
    request_id: 'req_1',
  }
  return json(status, body, headers)
}

const endpoint = { url: 'https://shop.test/hooks', events: ['*' as const] }

describe('what is sent', () => {
  test('a creation carries the key, a body and an idempotency key', async () => {
    const { autopay, sent } = clientOver([json(201, { id: 'whk_1' })])
    expect(await autopay.webhookEndpoints.create(endpoint)).toEqual({ id: 'whk_1' })
    expect(sent).toEqual([
      {
        url: 'https://autopay.test/v1/webhook_endpoints',
        method: 'POST',
        headers: {
          accept: 'application/json, application/problem+json',
          authorization: 'Bearer upi_test_sk_1',
          'content-type': 'application/json',
          'idempotency-key': 'key-0',
        },
        body: endpoint,
      },
    ])
  })

  test('an id is written into the path so that it stays one segment', async () => {
    const { autopay, sent } = clientOver([json(200, {}), json(200, {})])
    await autopay.mandates.get('a/b?c')
    await autopay.mandates.revoke('mdt_1', { idempotencyKey: 'mine' })
    expect(
      sent.map(({ method, url, headers }) => [method, url, headers['idempotency-key']]),
    ).toEqual([
      ['GET', 'https://autopay.test/v1/mandates/a%2Fb%3Fc', undefined],
      ['POST', 'https://autopay.test/v1/mandates/mdt_1/revoke', 'mine'],
    ])
  })

  test('an empty id is refused before anything is sent, because it would name the list', () => {
    const { autopay, sent } = clientOver([])
    expect(() => autopay.mandates.get('')).toThrow('get needs an id')
    expect(sent).toEqual([])
  })

  test('pictures come as text and as bytes', async () => {
    const { autopay } = clientOver([new Response('<svg/>'), new Response(new Uint8Array([1, 2]))])
    expect(await autopay.mandates.qrSvg('mdt_1')).toBe('<svg/>')
    expect(await autopay.mandates.qrPng('mdt_1')).toEqual(new Uint8Array([1, 2]))
  })

  test('who waits in the request says so, and is given the time', async () => {
    const { autopay, sent } = clientOver(['silence'], { timeoutMs: 0, maxRetries: 0 })
    const began = performance.now()
    await expect(autopay.payments.create({} as never, { waitSeconds: 0.2 })).rejects.toBeInstanceOf(
      AutopayTimeoutError,
    )
    expect(performance.now() - began).toBeGreaterThan(150)
    expect(sent[0]?.headers.prefer).toBe('wait=0.2')
  })

  test('the version of a resource is read off its answer, and demanded by a change', async () => {
    const { autopay, sent } = clientOver([
      json(200, {}, { etag: '"3"' }),
      problem(412, 'precondition_failed', 'after_inquiry', { etag: '"4"' }),
    ])
    let version = ''
    const onResponse = ({ headers }: AnswerHead): void => {
      version = headers.get('etag') ?? ''
    }
    await autopay.mandates.get('mdt_1', { onResponse })
    expect(version).toBe('"3"')
    await expect(
      autopay.mandates.revoke('mdt_1', { ifMatch: version, onResponse }),
    ).rejects.toMatchObject({ code: 'precondition_failed' })
    expect(sent[1]?.headers['if-match']).toBe('"3"')
    expect(version).toBe('"4"')
  })

  test('a printed client does not show its key', () => {
    expect(JSON.stringify(clientOver([]).autopay)).not.toContain('upi_test_sk')
  })
})

describe('tries', () => {
  test('a lost connection, an unavailable service and a key in flight are tried again with one key', async () => {
    const { autopay, sent, slept } = clientOver([
      new TypeError('fetch failed'),
      problem(503, 'unavailable', 'same_key', { 'retry-after': '2' }),
      problem(409, 'idempotency_in_flight', 'same_key'),
      json(201, { id: 'whk_1' }),
    ])
    await autopay.webhookEndpoints.create(endpoint)
    expect(sent.map(({ headers }) => headers['idempotency-key'])).toEqual([
      'key-0',
      'key-0',
      'key-0',
      'key-0',
    ])
    expect(slept[0]).toBeGreaterThanOrEqual(125)
    expect(slept[0]).toBeLessThanOrEqual(250)
    expect(slept[1]).toBe(2000)
  })

  test('a refusal is final', async () => {
    const { autopay, sent } = clientOver([problem(422, 'amount_outside_mandate', 'after_fix')])
    const error = await autopay.notifications
      .create('mdt_1', { amount: 1 })
      .catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(AutopayApiError)
    expect(error).toMatchObject({ code: 'amount_outside_mandate', status: 422, requestId: 'req_1' })
    expect(sent).toHaveLength(1)
  })

  test('a payer who did not act in time is not asked twice', async () => {
    const { autopay, sent } = clientOver([problem(408, 'payer_timeout', 'after_inquiry')])
    await expect(autopay.mandates.get('mdt_1')).rejects.toMatchObject({ code: 'payer_timeout' })
    expect(sent).toHaveLength(1)
  })

  test('a page of something in between is an error with a code of its own', async () => {
    const { autopay } = clientOver([new Response('<html>', { status: 404 })])
    await expect(autopay.mandates.get('mdt_1')).rejects.toMatchObject({
      code: 'http_404',
      status: 404,
    })
  })

  test('after the last try the last failure is told', async () => {
    const lost = () => new TypeError('fetch failed')
    const { autopay, sent } = clientOver([lost(), lost()], { maxRetries: 1 })
    await expect(autopay.mandates.get('mdt_1')).rejects.toBeInstanceOf(AutopayConnectionError)
    expect(sent).toHaveLength(2)
  })

  test('an answer that breaks off is tried again', async () => {
    const { autopay, sent } = clientOver([new Response('{"id":'), json(200, { id: 'mdt_1' })])
    expect(await autopay.mandates.get('mdt_1')).toEqual({ id: 'mdt_1' })
    expect(sent).toHaveLength(2)
  })
})

describe('time', () => {
  test('a try that is not answered in time is given up and made again', async () => {
    const { autopay, sent } = clientOver(['silence', json(200, { id: 'mdt_1' })], { timeoutMs: 10 })
    expect(await autopay.mandates.get('mdt_1')).toEqual({ id: 'mdt_1' })
    expect(sent).toHaveLength(2)
  })

  test('without any answer it ends as a timeout', async () => {
    const { autopay } = clientOver(['silence'], { timeoutMs: 10, maxRetries: 0 })
    await expect(autopay.mandates.get('mdt_1')).rejects.toBeInstanceOf(AutopayTimeoutError)
  })

  test('no wait goes past the deadline of the call', async () => {
    const { autopay, sent, slept } = clientOver([
      problem(503, 'unavailable', 'same_key', { 'retry-after': '60' }),
    ])
    await expect(autopay.mandates.get('mdt_1', { deadlineMs: 59_000 })).rejects.toMatchObject({
      code: 'unavailable',
    })
    expect([sent.length, slept.length]).toEqual([1, 0])
  })

  test('an abort by the caller ends the call with its reason and without another try', async () => {
    const control = new AbortController()
    const { autopay, sent } = clientOver(['silence', json(200, {})])
    const call = autopay.mandates.get('mdt_1', { signal: control.signal })
    control.abort(new Error('the page was left'))
    await expect(call).rejects.toThrow('the page was left')
    expect(sent).toHaveLength(1)
  })

  test('an abort also ends the wait between two tries', async () => {
    const control = new AbortController()
    const { autopay, sent } = clientOver([new TypeError('fetch failed')], {
      sleep: () => {
        queueMicrotask(() => control.abort(new Error('enough')))
        return new Promise(() => undefined)
      },
    })
    await expect(autopay.mandates.get('mdt_1', { signal: control.signal })).rejects.toThrow(
      'enough',
    )
    expect(sent).toHaveLength(1)
  })
})

describe('lists', () => {
  const page = (ids: string[], next: string | null) =>
    json(200, {
      object: 'list',
      data: ids.map((id) => ({ id })),
      has_more: next !== null,
      next_cursor: next,
    })

  test('awaited, a list is one page', async () => {
    const { autopay, sent } = clientOver([page(['a', 'b'], 'c1')])
    const { data } = await autopay.mandates.list({
      status: 'active',
      payer_vpa: undefined,
      limit: 2,
    })
    expect(data.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(sent[0]?.url).toBe('https://autopay.test/v1/mandates?status=active&limit=2')
  })

  test('iterated, it goes on with the same filters until there is no more', async () => {
    const { autopay, sent } = clientOver([page(['a', 'b'], 'c1'), page(['c'], null)])
    const ids: string[] = []
    for await (const { id } of autopay.presentations.list({ mandate_id: 'mdt_1' })) ids.push(id)
    expect(ids).toEqual(['a', 'b', 'c'])
    expect(sent.map(({ url }) => new URL(url).search)).toEqual([
      '?mandate_id=mdt_1',
      '?mandate_id=mdt_1&after=c1',
    ])
  })

  test('a loop that is left early asks for no further page', async () => {
    const { autopay, sent } = clientOver([page(['a', 'b'], 'c1')])
    for await (const { id } of autopay.mandates.list()) if (id === 'b') break
    expect(sent).toHaveLength(1)
  })
})
