import { type ClientRequest, request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { RunningServer } from '../src/index.ts'
import { runMain } from './run-main.ts'
import { type Caller, callerOf, startTestServer, temporaryFolder } from './start-test-server.ts'

const DAY_MS = 86_400_000
const UPLOAD = '/v1/batches?kind=debits&reference_id=batch-0001'

/** A moment thirty hours on: inside the window for notices. */
function tomorrow(): string {
  return new Date(performance.timeOrigin + performance.now() + 1.25 * DAY_MS).toISOString()
}

function lineOf(mandate_id: string, index: number): string {
  const fields = {
    mandate_id,
    amount: 30_000,
    debit_at: tomorrow(),
    reference_id: `debit-${index}`,
  }
  return `${JSON.stringify(fields)}\n`
}

function linesOf(mandates: readonly string[], count: number): string {
  const lines = Array.from({ length: count }, (_, index) =>
    lineOf(mandates[index % mandates.length] ?? '', index),
  )
  return lines.join('')
}

async function makeMandates(call: Caller, count: number): Promise<string[]> {
  const today = tomorrow().slice(0, 8)
  const made = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      call('POST /v1/sandbox/mandates', {
        reference_id: `mandate-${index}`,
        flow: 'intent',
        payer: { name: 'Asha' },
        description: 'Daily deposit',
        amount_rule: 'max',
        amount: 50_000,
        frequency: 'as_presented',
        start_date: new Date(performance.timeOrigin).toISOString().slice(0, 10),
        end_date: `${Number(today.slice(0, 4)) + 2}-01-01`,
      }),
    ),
  )
  return made.map(({ body }) => body.id)
}

/** Begins an upload and leaves it open. */
function beginUpload({ url, testKey }: RunningServer): ClientRequest {
  return request(`${url}${UPLOAD}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${testKey}`,
      'Content-Type': 'application/x-ndjson',
    },
  })
}

/** The status of the answer, as soon as it is there. */
function statusOf(outgoing: ClientRequest): Promise<number> {
  return new Promise((resolve, reject) => {
    outgoing
      .on('response', (incoming) => {
        incoming.resume()
        resolve(incoming.statusCode ?? 0)
      })
      .on('error', reject)
  })
}

function upload(call: Caller, text: string, headers: Record<string, string> = {}) {
  return call(`POST ${UPLOAD}`, text, { 'Content-Type': 'application/x-ndjson', ...headers })
}

describe('an upload', () => {
  test('runs by itself once it is whole, without a further call', async () => {
    const { call } = await startTestServer()
    const mandates = await makeMandates(call, 20)
    const { status, body } = await upload(call, linesOf(mandates, 1_100))
    expect([status, body.status, body.rows.total]).toEqual([201, 'running', 1_100])
    await vi.waitFor(
      async () => {
        const now = await call(`GET /v1/batches/${body.id}`)
        expect(now.body.rows).toMatchObject({ accepted: 0, planned: 1_100, refused: 0 })
      },
      { timeout: 20_000, interval: 200 },
    )
  })

  test('that breaks off hands nothing over, and may be sent again at once', async () => {
    const server = await startTestServer()
    const [mandate = ''] = await makeMandates(server.call, 1)
    const outgoing = beginUpload(server)
    outgoing.on('error', () => undefined)
    // More than one piece of rows is kept by then, and half a line is on its way.
    outgoing.write(`${linesOf([mandate], 700)}{"mandate_id"`)
    await vi.waitFor(async () => {
      const { body } = await server.call('GET /v1/batches')
      expect(body.data).toMatchObject([{ status: 'validating', allowed_actions: ['cancel'] }])
    })
    outgoing.destroy()
    await vi.waitFor(async () => {
      const { body } = await server.call('GET /v1/batches')
      expect(body.data).toMatchObject([
        { status: 'cancelled', cancel_reason: 'upload_dropped', rows: { planned: 0 } },
      ])
    })
    expect((await server.call('GET /v1/presentations')).body.data).toEqual([])
    expect((await upload(server.call, lineOf(mandate, 1))).status).toBe(201)
  })

  test('that is cancelled while it comes in is refused when it is whole', async () => {
    const server = await startTestServer()
    const outgoing = beginUpload(server)
    const answered = statusOf(outgoing)
    outgoing.write('{}\n'.repeat(600))
    const { body } = await vi.waitFor(async () => {
      const found = await server.call('GET /v1/batches')
      expect(found.body.data).toHaveLength(1)
      return found
    })
    const cancelled = await server.call(`POST /v1/batches/${body.data[0].id}/cancel`)
    expect(cancelled.body).toMatchObject({ status: 'cancelled', cancel_reason: 'merchant' })
    outgoing.end('{}\n')
    expect(await answered).toBe(409)
  })

  test('with more than 100,000 rows runs none of them, and gives its reference back', async () => {
    const { call } = await startTestServer()
    const [mandate = ''] = await makeMandates(call, 1)
    const refused = await upload(call, `${lineOf(mandate, 1)}${'1\n'.repeat(100_000)}`)
    expect(refused.status).toBe(413)
    expect(refused.body).toMatchObject({ code: 'body_too_large', limit: { rows: 100_000 } })
    const { body } = await call('GET /v1/batches')
    expect(body.data).toMatchObject([
      { status: 'cancelled', cancel_reason: 'upload_refused', rows: { planned: 0 }, results: [] },
    ])
    expect((await call('GET /v1/presentations')).body.data).toEqual([])
    const within = await upload(call, `${lineOf(mandate, 1)}${'1\n'.repeat(99_999)}`)
    expect(within.body.rows).toMatchObject({ total: 100_000, accepted: 1, refused: 99_999 })
  }, 60_000)

  test('is refused before it is whole, and its connection serves on', async () => {
    const server = await startTestServer()
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    onTestFinished(() => {
      socket.destroy()
    })
    let answers = ''
    socket.setEncoding('utf8').on('data', (text: string) => {
      answers += text
    })
    const headers = `Host: localhost\r\nAuthorization: Bearer ${server.testKey}\r\n`
    const names = 'these,are,no,columns\n'
    const rows = '1,2,3,4\n'.repeat(500_000)
    const length = `Content-Type: text/csv\r\nContent-Length: ${names.length + rows.length}\r\n`
    socket.write(`POST ${UPLOAD} HTTP/1.1\r\n${headers}${length}\r\n${names}`)
    await vi.waitFor(() => expect(answers).toContain('HTTP/1.1 400'))
    socket.write(`${rows}GET /v1/batches HTTP/1.1\r\n${headers}\r\n`)
    await vi.waitFor(() => expect(answers).toMatch(/HTTP\/1\.1 200 .*"data":\[\]/s), 3000)
  })

  test('without a key is not read; packed it is not taken', async () => {
    const { call, url } = await startTestServer()
    expect((await upload(callerOf(url, null), '{}')).status).toBe(401)
    const packed = await upload(call, 'xx', { 'Content-Encoding': 'gzip' })
    expect([packed.status, packed.body.code]).toEqual([415, 'unsupported_media_type'])
  })
})

describe('a batch in JSON', () => {
  test('may be larger than the body of any other route', async () => {
    const { call } = await startTestServer()
    const rows = Array.from({ length: 900 }, (_, index) => ({
      mandate_reference_id: 'no-such-member',
      amount: 30_000,
      debit_at: tomorrow(),
      reference_id: `debit-${index}`,
      metadata: { note: 'x'.repeat(200) },
    }))
    const body = { kind: 'debits', reference_id: 'batch-0001', rows }
    expect((await call('POST /v1/batches', body)).status).toBe(201)
    const large = { ...body, metadata: { note: 'x'.repeat(4_200_000) } }
    const refused = await call('POST /v1/batches', large)
    expect(refused.status).toBe(413)
    expect(refused.body.limit).toEqual({ body_bytes: 4_194_304 })
  })

  test('that is no JSON is told as such', async () => {
    const { call } = await startTestServer()
    const { status, body } = await call('POST /v1/batches', '{"kind": ')
    expect([status, body.code]).toEqual([400, 'malformed_json'])
  })
})

test('a batch goes on where it stood when its server was killed, and makes each debit once', async () => {
  const environment = { PORT: '0', AUTOPAY_DATA_DIR: join(temporaryFolder(), 'data') }
  const first = runMain(['serve'], environment)
  await first.printed('Stop with')
  const began = whereOf(first.output())
  const call = callerOf(began.url, began.key)
  const mandates = await makeMandates(call, 40)
  const batch = (await upload(call, linesOf(mandates, 1_000))).body
  expect(batch.rows.accepted).toBe(1_000)
  await vi.waitFor(
    async () => {
      const { body } = await call(`GET /v1/batches/${batch.id}`)
      expect(body.rows.planned).toBeGreaterThan(0)
    },
    { timeout: 30_000, interval: 50 },
  )
  first.child.kill('SIGKILL')
  await first.ended
  const second = runMain(['serve'], environment)
  await second.printed('Stop with')
  const again = whereOf(second.output())
  await vi.waitFor(
    async () => {
      const { body } = await callerOf(again.url, again.key)(`GET /v1/batches/${batch.id}`)
      expect(body.rows).toMatchObject({ planned: 1_000, accepted: 0, refused: 0, unchanged: 0 })
      expect(body.results).toMatchObject([{ status: 'scheduled', count: 1_000 }])
    },
    { timeout: 60_000, interval: 500 },
  )
}, 120_000)

function whereOf(output: string): { url: string; key: string } {
  const url = /answers at (\S+)/.exec(output)?.[1] ?? ''
  const key = /upi_test_sk_\w+/.exec(output)?.[0] ?? ''
  return { url, key }
}
