import { describe, expect, test } from 'vitest'
import { checkResponse } from './check.ts'
import { contract } from './contract.ts'
import { ERROR_CATALOGUE } from './errors.ts'
import { operatorContract } from './routes/operator.ts'
import { routesOf } from './routes/routes-of.ts'

const routes = routesOf(contract)

/** Reading takes the scope `read`, changing `write`, these apart. */
const SCOPES_OF_THEIR_OWN: Readonly<Record<string, string>> = {
  payments_resolve: 'admin',
  presentations_preview: 'read',
  presentations_resolve: 'admin',
  account_update: 'admin',
  vpas_validate: 'read',
  account_stopDebits: 'admin',
  account_resumeDebits: 'admin',
}

describe('every route', () => {
  test.each([...routes, ...routesOf(operatorContract)])(
    '$name says all that hosts need',
    ({ name, route, metadata }) => {
      expect(name).toMatch(/^[a-z][A-Za-z]+_[a-z][A-Za-z]+$/)
      expect(route.summary).toMatch(/^[A-Z].*[^.]$/)
      expect(route.description).toMatch(/\.$/)
      expect(route.path.includes(':id')).toBe(route.pathParams !== undefined)
      // One success; where the caller may prefer to wait, also what stands when the wait is over.
      const waits = 'prefer' in ((route.headers as { shape?: object } | undefined)?.shape ?? {})
      const successes = Object.keys(route.responses).filter((status) => status < '400')
      expect(successes.filter((status) => status !== '202')).toHaveLength(1)
      expect(successes.includes('202')).toBe(waits)
      for (const status of [400, 401, 403, 404, 409, 412, 413, 415, 422, 500, 503])
        expect(route.responses).toHaveProperty(String(status))
      if (metadata.scope === 'operator') return
      expect(metadata.scope).toBe(
        SCOPES_OF_THEIR_OWN[name] ?? (route.method === 'GET' ? 'read' : 'write'),
      )
      expect(route.path).toMatch(/^\/v1\/[a-z_]+/)
      expect(metadata.test_only === true).toBe(route.path.startsWith('/v1/sandbox/'))
      const headers = Object.keys((route.headers as { shape?: object } | undefined)?.shape ?? {})
      // A POST may be repeated by its key; whatever changes a resource that the path names may demand its version.
      expect(headers.includes('idempotency-key')).toBe(route.method === 'POST')
      expect(headers.includes('if-match')).toBe(
        route.method !== 'GET' && (route.path.includes(':id') || metadata.resource === 'account'),
      )
    },
  )

  test('is reached in the router by the name it says', () => {
    const places = Object.entries(contract).flatMap(([resource, entries]) =>
      Object.keys(entries).map((method) => `${resource}_${method}`),
    )
    expect(routes.map(({ name }) => name)).toEqual(places)
  })

  test('answers to a method and path of its own', () => {
    const keys = routes.map(({ route }) => `${route.method} ${route.path.replace(':id', '*')}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('an answer', () => {
  const clock = {
    object: 'clock',
    now: '2026-12-01T00:00:00.000Z',
    mode: 'frozen',
    fired: [],
    fired_count: 0,
  }
  const faults = (status: number, body: unknown) =>
    checkResponse(contract.sandbox.getClock, status, body)

  test('that keeps to the contract has no faults', () => {
    expect(faults(200, clock)).toEqual([])
  })

  test('with a status that the contract does not name is a fault', () => {
    expect(faults(202, clock)).toEqual([
      { path: '', message: 'GET /v1/sandbox/clock does not name status 202' },
    ])
  })

  test('with a field too many, too few or of another kind is a fault', () => {
    expect(faults(200, { ...clock, extra: 1 })).toHaveLength(1)
    expect(faults(200, { ...clock, mode: undefined })).toMatchObject([{ path: 'mode' }])
    expect(faults(404, clock).length).toBeGreaterThan(0)
  })

  test('of bytes is looked at too', () => {
    const png = (body: unknown) => checkResponse(contract.mandates.qrPng, 200, body)
    expect([png(new Uint8Array([1])).length, png('text').length]).toEqual([0, 1])
  })
})

describe('the catalogue of errors', () => {
  test('names each code once', () => {
    const codes = ERROR_CATALOGUE.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('keeps the stages in order', () => {
    const stages = ERROR_CATALOGUE.map(({ status }) => status).filter(
      (status, index, all) => status !== all[index - 1],
    )
    // The second 422 and 409 are those of a replay; the third 404 is the resource's.
    expect(stages).toEqual([
      404, 401, 403, 413, 415, 400, 422, 409, 404, 412, 409, 422, 408, 500, 503,
    ])
  })
})
