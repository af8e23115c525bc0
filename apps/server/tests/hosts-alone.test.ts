import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMemoryStore, type Store } from '@upi-autopay/engine'
import { toInstant } from '@upi-autopay/rail'
import { describe, expect, onTestFinished, test } from 'vitest'
import { mandateBody, startTestServer, until } from './start-test-server.ts'

/** A store in memory, some of whose methods are the test's. */
function storeWith(change: (store: Store) => Partial<Store>): Store {
  const store = createMemoryStore()
  return { ...store, ...change(store) }
}

describe('a service that is at fault itself', () => {
  const failing = (error: Error) =>
    storeWith(({ resources }) => ({
      resources: { ...resources, get: () => Promise.reject(error) },
    }))

  test('answers internal_error, and tells nothing of what is inside', async () => {
    const { call } = await startTestServer({
      store: failing(new Error('row (asha@okaxis, 4111) is broken')),
    })
    const { status, body } = await call('GET /v1/mandates/mdt_01kqv000000000000000000000')
    expect(status).toBe(500)
    expect(body).toMatchObject({ code: 'internal_error', retry: 'same_key' })
    expect(body.request_id).toMatch(/^req_/)
    expect(JSON.stringify(body)).not.toMatch(/asha|4111|row/)
  })

  test('answers unavailable and when to come again while its database is away', async () => {
    const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    const { call } = await startTestServer({ store: failing(away) })
    const { status, headers, body } = await call('GET /v1/mandates/mdt_01kqv000000000000000000000')
    expect(status).toBe(503)
    expect(headers.get('retry-after')).toBe('1')
    expect(body).toMatchObject({ code: 'unavailable', retry: 'same_key' })
  })
})

test('a service is ready while its store can be asked, and unavailable while it cannot', async () => {
  expect((await (await startTestServer()).call('GET /readyz')).body).toEqual({ status: 'ready' })
  const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
  const store = createMemoryStore()
  const { call } = await startTestServer({ store })
  store.accounts.get = () => Promise.reject(away)
  const { status, body } = await call('GET /readyz')
  expect([status, body.code]).toEqual([503, 'unavailable'])
})

describe('callers at one moment', () => {
  test('with one key: who waited too long for the first is told idempotency_in_flight, and that the key may be sent again', async () => {
    const busy = { ok: false, conflict: 'busy' } as const
    let stuck = true
    const store = storeWith(({ decisions }) => ({
      decisions: {
        ...decisions,
        commit: async (units) => (stuck ? units.map(() => busy) : decisions.commit(units)),
      },
    }))
    const { call } = await startTestServer({ store })
    const key = { 'Idempotency-Key': 'once-and-twice' }
    const refused = await call('POST /v1/mandates', mandateBody(), key)
    expect(refused.status).toBe(409)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused.body).toMatchObject({ code: 'idempotency_in_flight', retry: 'same_key' })
    stuck = false
    expect((await call('POST /v1/mandates', mandateBody(), key)).status).toBe(201)
  })

  test('with one clock: the second is told clock_busy, and the clock moves once', async () => {
    let go: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      go = resolve
    })
    let entered: () => void = () => undefined
    const inside = new Promise<void>((resolve) => {
      entered = resolve
    })
    const store = storeWith(({ accounts }) => ({
      accounts: {
        ...accounts,
        saveClock: async (...asked) => {
          entered()
          await gate
          return accounts.saveClock(...asked)
        },
      },
    }))
    const { call } = await startTestServer({ store })
    const first = call('POST /v1/sandbox/clock', { advance_by: 'P1D', mode: 'frozen' })
    await inside
    const second = await call('POST /v1/sandbox/clock', { advance_by: 'P1D' })
    expect(second).toMatchObject({ status: 409, body: { code: 'clock_busy' } })
    go()
    expect((await first).status).toBe(200)
  })
})

test('a key of live mode is kept out of the sandbox: test_mode_only', async () => {
  const store = storeWith(({ accounts }) => ({
    accounts: {
      ...accounts,
      // Live keys are not given out yet: this one is a test key that the store calls live.
      findByKey: async (digest) => {
        const found = await accounts.findByKey(digest)
        return found && { ...found, account: { ...found.account, mode: 'live' } }
      },
    },
  }))
  const { call } = await startTestServer({ store })
  for (const route of ['GET /v1/sandbox/clock', 'POST /v1/sandbox/reset'])
    expect(await call(route)).toMatchObject({ status: 403, body: { code: 'test_mode_only' } })
  expect((await call('GET /v1/account')).body).toMatchObject({ livemode: true })
})

test('an endpoint that never answers: its delivery is given_up after ten attempts, and after five days it is told no more', async () => {
  let at = Date.parse('2030-01-07T02:30:00.000Z')
  const { call } = await startTestServer({ clock: { now: () => toInstant(at) } })
  const { body: endpoint } = await call('POST /v1/webhook_endpoints', {
    url: await refusingReceiver(),
    events: ['mandate.created'],
  })
  await call('POST /v1/mandates', mandateBody())
  const waits = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]
  for (const [made, seconds] of [...waits, null].entries()) {
    const { body } = await until(
      () => call('GET /v1/deliveries'),
      (answer) => answer.body.data[0]?.attempts.length === made + 1,
    )
    const [delivery] = body.data
    if (seconds === null) {
      expect(delivery).toMatchObject({ status: 'given_up', next_attempt_at: null })
      break
    }
    expect(delivery.status).toBe('retrying')
    expect(Date.parse(delivery.next_attempt_at) - Date.parse(delivery.attempts[made].at)).toBe(
      seconds * 1000,
    )
    at += seconds * 1000
  }
  expect((await call(`GET /v1/webhook_endpoints/${endpoint.id}`)).body.status).toBe('enabled')
  at += 2 * 86_400_000
  await call('POST /v1/mandates', mandateBody({ reference_id: 'test-mandate-2' }))
  const { body: ended } = await until(
    () => call(`GET /v1/webhook_endpoints/${endpoint.id}`),
    ({ body }) => body.status === 'disabled',
  )
  expect(ended).toMatchObject({ disabled_because: 'failing' })
  const { body: told } = await call(`GET /v1/events?resource_id=${endpoint.id}`)
  expect(told.data.map(({ type }: { type: string }) => type)).toEqual(['webhook_endpoint.disabled'])
})

/** An address that answers every post with 500. */
async function refusingReceiver(): Promise<string> {
  const server = createServer((_req, res) => {
    res.writeHead(500).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
}
